import type { GenericSchema } from 'valibot';
import {
  attentionResponse,
  enrolResponse,
  paths,
  type AttentionResponse,
  type EnrolRequest,
  type EnrolResponse,
} from '../../protocol/messages.ts';
import { createHttp, type Network, type Timed } from './http.ts';

/** What the device says to home besides syncing. Every call throws `Problem` and nothing else of its own. */
export interface Api {
  /** Lets somebody in with an invitation's code. Asked again by the same device it answers the same. */
  enrol(request: EnrolRequest): Promise<Timed<EnrolResponse>>;
  /** Refused operations that the caller may see. */
  fetchAttention(token: string): Promise<AttentionResponse>;
  /** A file of the app, such as the territory; not checked. */
  loadFile<T>(path: string, schema: GenericSchema<unknown, T>): Promise<T>;
}

/** Opens the conversation. */
export function createApi(network: Network): Api {
  const http = createHttp(network);
  return {
    enrol: request => http.askJson({ path: paths.enrol, body: request }, enrolResponse),

    fetchAttention: async token =>
      (await http.askJson({ path: paths.attention, token }, attentionResponse)).answer,

    loadFile: async (path, schema) => (await http.askJson({ path }, schema)).answer,
  };
}

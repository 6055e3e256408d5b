/** What a request carries on its way through. */
export interface Env {
  Variables: {
    /** Names the request in the log and in a problem. */
    requestId: string;
    /** Home's clock at the request's first byte, ms. */
    receivedAt: number;
    /** The device that asked, once it has said so. */
    device: string | undefined;
  };
}

/** The tables as they lie in the database; what the columns mean is said by the contract. */
export interface Tables {
  meta: { name: string; value: string };
  stream: { id: string; counter: number };
  operation: {
    device: string;
    key: string;
    n: number;
    author: string;
    stream: string;
    kind: string;
    record: string;
    verdict: string;
    code: string | null;
    stamp: number;
    uncertain: number;
    seq: number | null;
    received_at: number;
    body: string;
  };
  record: {
    stream: string;
    kind: string;
    id: string;
    seq: number;
    village: string | null;
    state: string;
  };
  invitation: {
    code_hash: string;
    admits: string;
    role: string;
    person: string;
    guests: string;
    created_at: number;
    expires_at: number | null;
  };
  device: { id: string; name: string; revoked_at: number | null };
  enrolment: {
    device: string;
    person: string;
    name: string;
    role: string;
    code_hash: string;
    enrolled_at: number;
  };
}

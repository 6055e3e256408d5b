import type { Attention, Person, RefusedWork } from '../../app-services.ts';
import {
  describeWork,
  type DescribedWork,
  type WordsForWork,
} from '../../parts/work/describe-work.ts';
import { pathOfRecord } from '../../parts/work/path-of-record.ts';
import { readName } from '../../parts/work/read-name.ts';
import { readWork, textOr } from '../../parts/work/read-work.ts';
import type { Training } from '../../../domain/records/training.ts';
import { readStream } from '../../../domain/stream.ts';
import { valuesOf, type Records } from '../../data/record-view.ts';

/** A piece of refused work of this device, with what its author wants to know. */
export interface OwnWork {
  refused: RefusedWork;
  work: DescribedWork;
  author: string | undefined;
  /** The training or the like, by name. */
  streamName: string;
  /** Where it can be put right. */
  correctPath: string | undefined;
  /** True if the same fields were written again on this device since. */
  isCorrected: boolean;
}

/** Reads what home keeps apart of this device, in words. May be wrapped in a live query. */
export async function readOwnWork(
  words: WordsForWork,
  attention: Attention,
  people: readonly Person[],
): Promise<OwnWork[]> {
  const { records } = words;
  const all: OwnWork[] = [];
  for (const refused of await attention.readOwn()) {
    const read = readWork(refused.operation);
    all.push({
      refused,
      work: await describeWork(words, refused.operation),
      author: await readName(records, people, read.stream, read.by),
      streamName: await readStreamName(words, read.stream),
      correctPath: pathOfRecord(read),
      isCorrected: await isCorrected(records, refused),
    });
  }
  return all;
}

/** What is refused stays overlaid on its author's screens, until an edit that saw it takes its place. */
async function isCorrected(records: Records, { operation }: RefusedWork): Promise<boolean> {
  const { stream, kind, id, fields } = readWork(operation);
  if (stream === undefined || kind === undefined || id === undefined) return false;
  const view = await records.readRecord(stream, kind, id);
  const names = Object.keys(fields);
  return (
    view !== undefined &&
    names.length > 0 &&
    names.every(field => {
      const heads = view.state[field]?.h ?? [];
      return heads.length > 0 && heads.every(head => head.o !== operation.id);
    })
  );
}

async function readStreamName(
  { records, t }: WordsForWork,
  stream: string | undefined,
): Promise<string> {
  const read = readStream(stream ?? '');
  if (read?.kind === 'region') return t('all.word.region');
  if (stream === undefined || read?.kind !== 'training') return t('all.word.training');
  const { name } = valuesOf<Training>(await records.readRecord(stream, 'training', read.id));
  return textOr(name, t('all.word.training'));
}

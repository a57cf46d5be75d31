import type {
  AggregateQuerySnapshot,
  DocumentReference,
  DocumentSnapshot,
  Query,
  QuerySnapshot,
} from '@google-cloud/firestore';
import type { z } from 'zod';
import type { PagedText } from './pages.ts';
import type { BracketedStretch } from './result-text.ts';

/** Reading as such, inside a transaction or outside. Pages never change, so they are always read outside. */
export interface Source {
  get(reference: DocumentReference): Promise<DocumentSnapshot>;
  list(query: Query): Promise<QuerySnapshot>;
  count(query: Query): Promise<AggregateQuerySnapshot<{ count: FirebaseFirestore.AggregateField<number> }>>;
  content<T>(named: PagedText): Promise<T>;
  /** The pages of a text in turn; nothing of it stays in the process. */
  texts(named: PagedText): AsyncIterable<string>;
  part<T>(digest: string, part: BracketedStretch): Promise<T>;
}

/** A document read, undefined where there is none; and what a query finds. */
export type One = <T>(codec: z.ZodType<T>, reference: DocumentReference) => Promise<T | undefined>;
export type All = <T>(codec: z.ZodType<T>, query: Query) => Promise<readonly T[]>;

import type { Tag } from '../campaign/tag.ts';

/** How a campaign's decisions are numbered, headed and signed. Texts are set as they are. */
export interface DecisionRules {
  /** "{nn}/QĐ-BCĐ"; see referenceOf. */
  readonly scheme: string;
  /** The body above the issuing one: "HUYỆN ỦY BA TRI". */
  readonly parent?: string;
  readonly issuer: string;
  /** Where it is signed: "Ba Tri". */
  readonly place: string;
  /** "Căn cứ …", in the order of their rank. */
  readonly grounds: readonly string[];
  /** Who gets it, one a line. */
  readonly recipients: readonly string[];
  /** `name` is the person's. */
  readonly signers: readonly (Tag & { readonly position: string; readonly onBehalf?: string })[];
}

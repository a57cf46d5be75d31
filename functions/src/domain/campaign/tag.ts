/** What people know by its name, and everything else by its code. */
export interface Tag {
  readonly code: string;
  readonly name: string;
}

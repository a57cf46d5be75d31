/** The name under which a register stands in REGISTERS. */
export type RegisterId = string;

/** What a reference may name: something of the campaign's, or a row of a register. */
export type ReferenceKind = CatalogueKind | RegisterId;
export type CatalogueKind = 'unit' | 'field' | 'period' | 'criterion' | 'exemplar';

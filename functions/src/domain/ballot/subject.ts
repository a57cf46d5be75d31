/** Who is recognised: a unit, or a collective or person that a unit registered. */
export type Subject =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'registrant'; readonly unitId: string; readonly registration: string };

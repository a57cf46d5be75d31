import type { z } from 'zod';
import type { Campaign, Track } from '../../domain/campaign/campaign.ts';
import type { Settings, TieBreak } from '../../domain/campaign/settings.ts';
import type { Decimal } from '../../domain/numbers/decimal.ts';
import { type Micropoints, pointsOf } from '../../domain/numbers/micropoints.ts';
import { campaignJson } from '../parse/campaign-json.ts';
import type { FieldMeta } from '../parse/fields.ts';
import { formatTieBreak } from '../parse/rank-keys.ts';
import { domainName } from '../parse/to-domain.ts';

/**
 * The campaign.json of a campaign. Written by walking its schema: a section that is added to the schema, and is kept
 * under its name in the domain, is written with nothing more to do.
 */
export function campaignJsonOf(campaign: Campaign): unknown {
  return written(campaignJson as unknown as Schema, {
    ...campaign,
    campaign,
    tracks: campaign.tracks.map(withoutDerivedGroups),
    settings: campaign.settings.map(withExactDecimals),
  });
}

/** How a schema's parts are told apart: zod's own description of itself. */
type Schema = z.ZodType & {
  readonly def: { readonly type: string; readonly innerType?: Schema; readonly element?: Schema };
  readonly shape?: Readonly<Record<string, Schema>>;
};

function written(schema: Schema, value: unknown): unknown {
  const { def, shape } = schema;
  if (value === undefined) return undefined;
  if (def.innerType) return written(def.innerType, value);
  if (def.element) return (value as readonly unknown[]).map((item) => written(def.element!, item));
  if (shape === undefined) return leaf(schema, value);
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(shape)
      .map(([name, inner]) => [name, written(inner, fields[domainName(name)])] as const)
      .filter(([, each]) => each !== undefined),
  );
}

/** Points are kept as micropoints; other numbers are counts, and shares in hundredths of a percent. */
function leaf(schema: Schema, value: unknown): unknown {
  const { expected, code } = (schema.meta() ?? {}) as FieldMeta;
  if (code === 'rank_key' && typeof value === 'object') return formatTieBreak(value as TieBreak);
  if (typeof value !== 'number' || expected === 'whole_number') return value;
  if (expected === 'baseline_share') return `${value / 100}%`;
  return Number(pointsOf(value as Micropoints) satisfies Decimal);
}

/** Groups that are the prongs are written as the prongs' maxima. */
function withoutDerivedGroups({ groups, prongs, ...track }: Track): object {
  const name = (tags: Track['prongs']) => JSON.stringify(tags.map((tag) => [tag.code, tag.name]));
  return name(groups) === name(prongs) ? { ...track, prongs: groups } : { ...track, prongs, groups };
}

/** No decimals named means all of them, which a file says with a word. */
function withExactDecimals({ ranking, ...settings }: Settings): object {
  return { ...settings, ...(ranking && { ranking: { ...ranking, decimals: ranking.decimals ?? 'all' } }) };
}

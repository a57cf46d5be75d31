import { stringify } from 'csv-stringify/sync';
import { contentOf, filesOf } from '../../functions/src/campaign-files/format/format-campaign.ts';
import type {
  CampaignFiles,
  ParsedCampaign,
} from '../../functions/src/campaign-files/parse-campaign-files.ts';

/** How the CSV files are written; every reading of them must be the same. */
export interface Dialect {
  readonly delimiter: ',' | ';' | '\t';
  readonly bom: boolean;
  readonly lineEnd: '\n' | '\r\n';
  /** Puts the columns of a table in some order. */
  readonly order: (columns: readonly string[]) => readonly string[];
}

/** A campaign's files as some program may write them. */
export function inDialect(campaign: ParsedCampaign, dialect: Dialect): CampaignFiles {
  const content = contentOf(campaign);
  const tables = Object.entries(content.tables).map(([name, { columns, rows }]) => {
    const ordered = dialect.order(columns);
    const lines = [ordered, ...rows.map((row) => ordered.map((column) => row[column] ?? ''))];
    const text = stringify(lines, {
      delimiter: dialect.delimiter,
      bom: dialect.bom,
      record_delimiter: dialect.lineEnd,
      quoted_match: /[\r\n\t;]/,
    });
    return [`${name}.csv`, text];
  });
  return { ...filesOf(content), ...Object.fromEntries(tables) };
}

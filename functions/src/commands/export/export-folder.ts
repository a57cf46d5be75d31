import { createHash, type Hash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { MANIFEST, type Manifest, sealedManifest } from '../manifest.ts';
import { CommandTrouble } from '../trouble.ts';

/**
 * A folder that is written beside its place and moved there when it is whole: whoever is interrupted leaves
 * `FOLDER.partial`, which the next export to the same place begins anew, and never something that looks complete.
 */
export class ExportFolder {
  readonly #place: string;
  readonly #partial: string;
  readonly #files = new Map<string, { hash: Hash; bytes: number; lines?: number }>();

  /** @throws CommandTrouble where something stands there already. */
  constructor(place: string) {
    this.#place = resolve(place);
    this.#partial = `${this.#place}.partial`;
    if (existsSync(this.#place))
      throw new CommandTrouble(
        `Đã có ${this.#place}; hãy chọn thư mục chưa có.`,
        `${this.#place} is there already: choose a folder that is not.`,
      );
    rmSync(this.#partial, { recursive: true, force: true });
    mkdirSync(this.#partial, { recursive: true });
  }

  write(file: string, text: string): void {
    this.#append(file, text);
  }

  /** More lines of a file; each ends with a line feed. */
  addLines(file: string, lines: readonly string[]): void {
    const known = this.#append(file, lines.map((line) => `${line}\n`).join(''));
    known.lines = (known.lines ?? 0) + lines.length;
  }

  /** Writes the manifest, and moves the folder to its place. */
  finish(manifest: Omit<Manifest, 'files' | 'digest'>): Manifest {
    const files = [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1));
    const whole = sealedManifest({
      ...manifest,
      files: Object.fromEntries(
        files.map(([file, { hash, ...rest }]) => [file, { sha256: hash.digest('hex'), ...rest }]),
      ),
    });
    writeFileSync(join(this.#partial, MANIFEST), `${JSON.stringify(whole, null, 2)}\n`);
    renameSync(this.#partial, this.#place);
    return whole;
  }

  #append(file: string, text: string) {
    const path = join(this.#partial, ...file.split('/'));
    let known = this.#files.get(file);
    if (known === undefined) {
      mkdirSync(dirname(path), { recursive: true });
      known = { hash: createHash('sha256'), bytes: 0 };
      this.#files.set(file, known);
    }
    appendFileSync(path, text);
    known.hash.update(text, 'utf8');
    known.bytes += Buffer.byteLength(text);
    return known;
  }
}

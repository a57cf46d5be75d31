import { traceCode } from './domain/trace/trace-code.ts';
import { currentTrace } from './trace.ts';

/**
 * One event, one JSON line, as Cloud Logging reads it. The type leaves no place for names, cells, e-mail
 * addresses or tokens: only ids, codes and numbers get in.
 */
export interface LogEvent {
  readonly severity: 'INFO' | 'WARNING' | 'ERROR';
  readonly event: string;
  readonly campaign?: string;
  readonly period?: string;
  readonly unitId?: string;
  /** "summary", "office" or "unit:X29110". */
  readonly workbook?: string;
  /** The traces of the clicks that this was done for, where it is done later and for several. */
  readonly causes?: readonly string[];
  /** An AppError's or a Google error's code. */
  readonly code?: string;
  readonly status?: number;
  readonly elapsedMs?: number;
  /** How many of whatever the event is about. */
  readonly count?: number;
  /** Where in our own code: file names and lines, no messages. */
  readonly frames?: readonly string[];
}

/** Writes it, with the trace that it belongs to and that trace's code as people read it out. */
export function logEvent({ severity, event, ...rest }: LogEvent): void {
  const { id, cloudName } = currentTrace() ?? {};
  const line = {
    severity,
    event,
    trace: id,
    traceCode: id && traceCode(id),
    'logging.googleapis.com/trace': cloudName,
    ...rest,
  };
  write(`${JSON.stringify(line)}\n`);
}

let write = (line: string): void => void process.stdout.write(line);

/** Where lines go from here on: a command keeps its own output for whoever reads it. */
export function logTo(sink: (line: string) => void): void {
  write = sink;
}

/**
 * Where an unexpected error came from, without its message: messages of libraries quote tokens and contents.
 * The name of the error's class and the frames of its stack stay; a line of the message that looks like a frame
 * goes with the message.
 */
export function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const lines = (error.stack ?? '').replace(error.message, () => '').split('\n');
  const frames = lines.map((line) => line.trim()).filter(isFrame);
  return [error.name, ...frames.slice(0, 8)];
}

function isFrame(line: string): boolean {
  return /^at .+:\d+:\d+\)?$/.test(line);
}

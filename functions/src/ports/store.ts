import type { Campaign } from '../domain/campaign/campaign.ts';
import type { PeriodInputs } from '../domain/evaluation/period-inputs.ts';
import type { StreamedResult } from '../domain/evaluation/period-result.ts';
import type { FoundChain } from '../domain/log-chain/verify-chain.ts';
import type { CouncilReader, CouncilWriter } from './council.ts';
import type { FormReader, FormWriter } from './form.ts';
import type { JobReader, JobWriter } from './job.ts';
import type { LogReader, LogWriter } from './log.ts';
import type { MemberReader, MemberWriter } from './member.ts';
import type { OutboxReader, OutboxWriter } from './outbox.ts';
import type { PeriodReader, PeriodWriter } from './period.ts';
import type { RegisterReader, RegisterWriter } from './register.ts';
import type { RequestReader, RequestWriter } from './request.ts';
import type { ResultReader, ResultWriter, StagedInputs, StagedResult } from './result.ts';
import type { SetupReader, SetupWriter, StagedCampaign } from './setup.ts';
import type { WatchReader, WatchWriter } from './watch.ts';
import type { WorkbookReader, WorkbookWriter } from './workbook.ts';

/** The few interfaces the use cases need. One Store is bound to one campaign. */
export interface Store extends Reader {
  /**
   * Reads and writes that happen together or not at all. `work` may run several times and must be pure between
   * its reads and its writes; reads come before writes.
   */
  transact<T>(work: (transaction: Reader & Writer) => Promise<T>): Promise<T>;
  /** Another campaign of the same database. */
  other(campaign: string): Reader;
  /**
   * What is too large for one commit is written ahead under the digest of its content. Nobody sees it until a
   * transaction names it (`putSetup`, `putResult`), so a killed or beaten attempt leaves nothing visible.
   */
  stageCampaign(campaign: Campaign): Promise<StagedCampaign>;
  stageInputs(inputs: PeriodInputs): Promise<StagedInputs>;
  /** Goes through the result's units once, and keeps none of them. */
  stageResult(result: StreamedResult, inputs: StagedInputs): Promise<StagedResult>;
  /** Makes entries that were written before there were seals ready for their first. Doing it again changes nothing. */
  adoptLog(): Promise<void>;
  /** The whole log and all its seals, as they stand, whether they can be read or not. */
  logChain(): Promise<FoundChain>;
}

/** What can be read, outside of a transaction and in one. */
export interface Reader
  extends SetupReader,
    MemberReader,
    PeriodReader,
    FormReader,
    ResultReader,
    RegisterReader,
    WorkbookReader,
    OutboxReader,
    JobReader,
    LogReader,
    RequestReader,
    CouncilReader,
    WatchReader {}

/** What a transaction writes, all of it or nothing. */
export interface Writer
  extends SetupWriter,
    MemberWriter,
    PeriodWriter,
    FormWriter,
    ResultWriter,
    RegisterWriter,
    WorkbookWriter,
    OutboxWriter,
    JobWriter,
    LogWriter,
    RequestWriter,
    CouncilWriter,
    WatchWriter {}

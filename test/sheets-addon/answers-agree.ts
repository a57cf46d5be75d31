import type { IssueBody } from '../../functions/src/http/errors.ts';
import type { JobBody } from '../../functions/src/http/shapes/job-body.ts';
import type { JobKind } from '../../functions/src/ports/job.ts';
import type { Role } from '../../functions/src/ports/member.ts';
import type { PeriodState } from '../../functions/src/ports/period.ts';
import type { BallotView } from '../../functions/src/usecases/ballots/ballot-view.ts';
import type { OpenedBallot } from '../../functions/src/usecases/ballots/open-ballot.ts';
import type { IssuedDecision } from '../../functions/src/usecases/decisions/decide.ts';
import type { DecisionsList } from '../../functions/src/usecases/decisions/read-decisions.ts';
import type { RevokedDecision } from '../../functions/src/usecases/decisions/revoke-decision.ts';
import type { AppraisedUnits } from '../../functions/src/usecases/forms/appraise.ts';
import type { FormRules } from '../../functions/src/usecases/forms/read-form-rules.ts';
import type { AcceptedForm } from '../../functions/src/usecases/forms/submit-form.ts';
import type { MovedPeriod } from '../../functions/src/usecases/periods/period-steps.ts';
import type { PeriodStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import type { ExplainedResult } from '../../functions/src/usecases/periods/read-unit-result.ts';
import type { WorkbookContext } from '../../functions/src/usecases/read-workbook-context.ts';
import type { SavedRegister } from '../../functions/src/usecases/registers/save-register.ts';
import type { LoadedCampaign } from '../../functions/src/usecases/setup/load-campaign.ts';
import type * as read from '../../sheets-addon/src/backend/answers.ts';
import type * as readCouncil from '../../sheets-addon/src/backend/council-answers.ts';

// The add-on says in its own words what it reads of each answer, for it knows no use case. This compiles only as long
// as what the functions answer is what it reads: no test that runs, but `npm run check` fails where one of the two moves.

type Reads<Read, Answered extends Read> = [Read, Answered];

export type AnswersAgree = [
  Reads<read.Context, Omit<WorkbookContext, 'jobs'> & { readonly jobs: readonly JobBody[] }>,
  Reads<read.FormRules, FormRules>,
  Reads<read.Accepted, AcceptedForm>,
  Reads<read.Appraised, AppraisedUnits>,
  Reads<read.Moved, MovedPeriod>,
  Reads<read.PeriodStatus, PeriodStatus>,
  Reads<read.ExplainedResult, ExplainedResult>,
  Reads<read.SavedRegister, SavedRegister>,
  Reads<read.LoadedCampaign, LoadedCampaign>,
  Reads<read.IssueAnswer, IssueBody>,
  Reads<readCouncil.BallotAnswer, BallotView>,
  Reads<readCouncil.OpenedBallot, OpenedBallot>,
  Reads<readCouncil.DecisionsAnswer, DecisionsList>,
  Reads<readCouncil.IssuedDecision, IssuedDecision>,
  Reads<readCouncil.RevokedDecision, RevokedDecision>,
];

/** Words of one list: none is missing on either side. */
type Same<A extends B, B> = B extends A ? [A, B] : never;
export type WordsAgree = [
  Same<read.Role, Role>,
  Same<Role, read.Role>,
  Same<read.PeriodState, PeriodState>,
  Same<PeriodState, read.PeriodState>,
  Same<read.JobKind, JobKind>,
  Same<JobKind, read.JobKind>,
];

import type { Campaign } from '../domain/campaign/campaign.ts';

/** One version of the campaign's whole configuration. */
export interface Setup extends StagedCampaign {
  readonly version: number;
  readonly campaign: Campaign;
  readonly loadedAt: Date;
  readonly loadedBy: string;
}

/** Names content that stands in the store: made by stageCampaign, for putSetup; later what the setup is found by. */
export interface StagedCampaign {
  /** SHA-256 of the content, hex: the same campaign is the same digest. */
  readonly digest: string;
  readonly pages: number;
}

export interface SetupReader {
  /** The newest setup. */
  setup(version?: number): Promise<Setup | undefined>;
  /** What a setup holds; kept in the process once it was read. */
  campaignNamed(name: StagedCampaign): Promise<Campaign>;
}

export interface SetupWriter {
  putSetup(setup: Omit<Setup, 'campaign' | keyof StagedCampaign>, staged: StagedCampaign): void;
}

export interface StoredRequest {
  readonly key: string;
  /** Digest of caller, function and body: the same key with another body is refused. */
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
  readonly at: Date;
}

export interface RequestReader {
  /** The stored answer of a request that was already done. */
  request(key: string): Promise<StoredRequest | undefined>;
}

export interface RequestWriter {
  putRequest(request: StoredRequest): void;
}

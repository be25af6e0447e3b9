CREATE TABLE access_attempts (
    door bytea NOT NULL,
    failures integer NOT NULL,
    last_at timestamp with time zone NOT NULL,
    wait_until timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_attempts" PRIMARY KEY (door)
);


CREATE TABLE access_tombstones (
    user_id bytea NOT NULL,
    holder bytea NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_tombstones" PRIMARY KEY (user_id, holder)
);


CREATE TABLE audit_entries (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    by_name character varying(80) NOT NULL,
    deed character varying(120) NOT NULL,
    outcome text NOT NULL,
    thing uuid,
    subject uuid,
    space uuid,
    count bigint,
    population character varying(40),
    authority character varying(120),
    way text NOT NULL,
    reference character varying(16) NOT NULL,
    address character varying(64),
    address_salt bytea,
    address_digest bytea,
    CONSTRAINT "PK_audit_entries" PRIMARY KEY (id),
    CONSTRAINT ck_audit_entries_outcome CHECK ("outcome" in ('Done', 'Refused')),
    CONSTRAINT ck_audit_entries_way CHECK ("way" in ('Job', 'Page', 'Api', 'Token', 'Scim', 'Command'))
);


CREATE TABLE audit_links (
    number bigint NOT NULL,
    entry uuid NOT NULL,
    link bytea NOT NULL,
    CONSTRAINT "PK_audit_links" PRIMARY KEY (number)
);


CREATE TABLE audit_seals (
    number bigint NOT NULL,
    first bigint NOT NULL,
    last bigint NOT NULL,
    count integer NOT NULL,
    class text NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    previous bytea NOT NULL,
    tail bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT "PK_audit_seals" PRIMARY KEY (number),
    CONSTRAINT ck_audit_seals_class CHECK ("class" in ('Use', 'Administration'))
);


CREATE TABLE audit_verifications (
    id uuid NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    from_seal bigint NOT NULL,
    to_seal bigint NOT NULL,
    rows bigint NOT NULL,
    fault text NOT NULL,
    fault_row bigint,
    fault_seal bigint,
    CONSTRAINT "PK_audit_verifications" PRIMARY KEY (id),
    CONSTRAINT ck_audit_verifications_fault CHECK ("fault" in ('None', 'Changed', 'Missing', 'Inserted', 'SealBroken', 'SealMissing', 'HeadDisagrees', 'HeadsBroken'))
);


CREATE TABLE backup_snapshots (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    missing integer NOT NULL,
    CONSTRAINT "PK_backup_snapshots" PRIMARY KEY (id)
);


CREATE TABLE blobs_blobs (
    id uuid NOT NULL,
    sha256 character varying(64) NOT NULL,
    bytes bigint NOT NULL,
    kind text NOT NULL,
    type character varying(100) NOT NULL,
    state text NOT NULL,
    media text NOT NULL,
    reason text,
    signature character varying(200),
    attempts integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    seconds double precision NOT NULL,
    peaks bytea,
    received_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    CONSTRAINT "PK_blobs_blobs" PRIMARY KEY (id),
    CONSTRAINT ck_blobs_blobs_kind CHECK ("kind" in ('Picture', 'Video', 'Sound', 'Document', 'Archive', 'Other')),
    CONSTRAINT ck_blobs_blobs_media CHECK ("media" in ('Waiting', 'Preparing', 'Ready', 'Failed')),
    CONSTRAINT ck_blobs_blobs_reason CHECK ("reason" in ('Malware', 'TooLarge', 'Encrypted', 'Unreadable', 'TooManyPixels', 'TooLong')),
    CONSTRAINT ck_blobs_blobs_state CHECK ("state" in ('Checking', 'Clean', 'Unchecked', 'Infected', 'Unscannable'))
);


CREATE TABLE kernel_jobs (
    name character varying(120) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    counted integer NOT NULL,
    changed integer NOT NULL,
    failed integer NOT NULL,
    error character varying(200),
    CONSTRAINT "PK_kernel_jobs" PRIMARY KEY (name)
);


CREATE TABLE kernel_marks (
    name character varying(40) NOT NULL,
    value character varying(4000) NOT NULL,
    CONSTRAINT "PK_kernel_marks" PRIMARY KEY (name)
);


CREATE TABLE privacy_claim_runs (
    id uuid NOT NULL,
    key character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text NOT NULL,
    counts character varying(200) NOT NULL,
    CONSTRAINT "PK_privacy_claim_runs" PRIMARY KEY (id),
    CONSTRAINT ck_privacy_claim_runs_outcome CHECK ("outcome" in ('Holds', 'Broken', 'NotInUse'))
);


CREATE TABLE privacy_claims (
    key character varying(60) NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    ran_at timestamp with time zone,
    outcome text,
    since timestamp with time zone,
    told_at timestamp with time zone,
    counts character varying(200) NOT NULL,
    failure character varying(200),
    CONSTRAINT "PK_privacy_claims" PRIMARY KEY (key),
    CONSTRAINT ck_privacy_claims_outcome CHECK ("outcome" in ('Holds', 'Broken', 'NotInUse'))
);


CREATE TABLE privacy_ledger_marks (
    id uuid NOT NULL,
    number bigint NOT NULL,
    CONSTRAINT "PK_privacy_ledger_marks" PRIMARY KEY (id)
);


CREATE TABLE register_people (
    id uuid NOT NULL,
    shielded boolean NOT NULL,
    language character varying(2) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    used_until timestamp with time zone NOT NULL,
    sort_key bytea NOT NULL,
    version integer NOT NULL,
    CONSTRAINT "PK_register_people" PRIMARY KEY (id)
);


CREATE TABLE register_scim_tokens (
    id uuid NOT NULL,
    name character varying(80) NOT NULL,
    token_hash bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    last_used_on date,
    CONSTRAINT "PK_register_scim_tokens" PRIMARY KEY (id)
);


CREATE TABLE retention_classes (
    id uuid NOT NULL,
    code character varying(16) NOT NULL,
    task character varying(32) NOT NULL,
    name_fi character varying(200) NOT NULL,
    name_sv character varying(200) NOT NULL,
    name_en character varying(200) NOT NULL,
    period integer NOT NULL,
    unit text NOT NULL,
    start_fi character varying(200) NOT NULL,
    start_sv character varying(200) NOT NULL,
    start_en character varying(200) NOT NULL,
    basis character varying(200) NOT NULL,
    action text NOT NULL,
    for_spaces boolean NOT NULL,
    CONSTRAINT "PK_retention_classes" PRIMARY KEY (id),
    CONSTRAINT ck_retention_classes_action CHECK ("action" in ('Erase', 'Review', 'Archive', 'Refuse')),
    CONSTRAINT ck_retention_classes_unit CHECK ("unit" in ('Hours', 'Days', 'Months', 'Years'))
);


CREATE TABLE blobs_renditions (
    blob uuid NOT NULL,
    name character varying(40) NOT NULL,
    sha256 character varying(64) NOT NULL,
    bytes bigint NOT NULL,
    type character varying(100) NOT NULL,
    CONSTRAINT "PK_blobs_renditions" PRIMARY KEY (blob, name),
    CONSTRAINT "FK_blobs_renditions_blobs_blobs_blob" FOREIGN KEY (blob) REFERENCES blobs_blobs (id) ON DELETE RESTRICT
);


CREATE TABLE access_accounts (
    person uuid NOT NULL,
    user_id character varying(100) NOT NULL,
    folded character varying(100) NOT NULL,
    password_hash character varying(200),
    password_at timestamp with time zone,
    cut_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT "PK_access_accounts" PRIMARY KEY (person),
    CONSTRAINT "FK_access_accounts_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_codes (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    code_hash bytea NOT NULL,
    issued_by uuid,
    issued_at timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_codes" PRIMARY KEY (id),
    CONSTRAINT ck_access_codes_kind CHECK ("kind" in ('Words', 'Link')),
    CONSTRAINT "FK_access_codes_register_people_issued_by" FOREIGN KEY (issued_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_access_codes_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_devices (
    person uuid NOT NULL,
    token_hash bytea NOT NULL,
    last_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_devices" PRIMARY KEY (person, token_hash),
    CONSTRAINT "FK_access_devices_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_factors (
    person uuid NOT NULL,
    sealed bytea NOT NULL,
    confirmed_at timestamp with time zone,
    last_step bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_factors" PRIMARY KEY (person),
    CONSTRAINT "FK_access_factors_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_gate_marks (
    person uuid NOT NULL,
    gate text NOT NULL,
    version integer NOT NULL,
    passed_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_access_gate_marks" PRIMARY KEY (person, gate, version),
    CONSTRAINT ck_access_gate_marks_gate CHECK ("gate" in ('Notice', 'Pledge')),
    CONSTRAINT "FK_access_gate_marks_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_recovery_codes (
    person uuid NOT NULL,
    code_hash bytea NOT NULL,
    CONSTRAINT "PK_access_recovery_codes" PRIMARY KEY (person, code_hash),
    CONSTRAINT "FK_access_recovery_codes_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_sessions (
    id uuid NOT NULL,
    person uuid NOT NULL,
    token_hash bytea NOT NULL,
    started_at timestamp with time zone NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    idle_until timestamp with time zone NOT NULL,
    shared boolean NOT NULL,
    pending boolean NOT NULL,
    device character varying(60) NOT NULL,
    CONSTRAINT "PK_access_sessions" PRIMARY KEY (id),
    CONSTRAINT "FK_access_sessions_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE access_tokens (
    id uuid NOT NULL,
    person uuid NOT NULL,
    name character varying(80) NOT NULL,
    token_hash bytea NOT NULL,
    scopes character varying(200) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    last_used_on date,
    CONSTRAINT "PK_access_tokens" PRIMARY KEY (id),
    CONSTRAINT "FK_access_tokens_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE audit_aliases (
    alias uuid NOT NULL,
    person uuid NOT NULL,
    former boolean NOT NULL,
    CONSTRAINT "PK_audit_aliases" PRIMARY KEY (alias),
    CONSTRAINT "FK_audit_aliases_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE files_uploads (
    id uuid NOT NULL,
    blob uuid NOT NULL,
    person uuid NOT NULL,
    name character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_files_uploads" PRIMARY KEY (id),
    CONSTRAINT "FK_files_uploads_blobs_blobs_blob" FOREIGN KEY (blob) REFERENCES blobs_blobs (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_files_uploads_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE notifications_farewells (
    id uuid NOT NULL,
    person uuid NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    stage text NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_notifications_farewells" PRIMARY KEY (id),
    CONSTRAINT ck_notifications_farewells_stage CHECK ("stage" in ('Fortnight', 'ThreeDays', 'Ended')),
    CONSTRAINT "FK_notifications_farewells_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE notifications_preferences (
    person uuid NOT NULL,
    kind text NOT NULL,
    pace text NOT NULL,
    chosen_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_notifications_preferences" PRIMARY KEY (person, kind),
    CONSTRAINT ck_notifications_preferences_kind CHECK ("kind" in ('Mention', 'Reply', 'CommentOnMine', 'MustRead', 'NewInSpace', 'NewSignIn', 'PasswordChanged', 'ContentReported', 'SpaceGranted', 'AccessEnds', 'TeamEnds', 'ExtensionProposed', 'PartnerEnds', 'PartnerPassed', 'ConfirmTeam', 'AccountJoined', 'TakeAway', 'ClaimBroken')),
    CONSTRAINT ck_notifications_preferences_pace CHECK ("pace" in ('Now', 'Daily', 'Never')),
    CONSTRAINT "FK_notifications_preferences_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE notifications_quiet_times (
    person uuid NOT NULL,
    from_hour integer NOT NULL,
    until_hour integer NOT NULL,
    weekends boolean NOT NULL,
    CONSTRAINT "PK_notifications_quiet_times" PRIMARY KEY (person),
    CONSTRAINT "FK_notifications_quiet_times_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_attestations (
    id uuid NOT NULL,
    claim character varying(60) NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    ground character varying(300) NOT NULL,
    last_day date NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    reminded boolean NOT NULL,
    CONSTRAINT "PK_privacy_attestations" PRIMARY KEY (id),
    CONSTRAINT "FK_privacy_attestations_register_people_by" FOREIGN KEY (by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_holds (
    id uuid NOT NULL,
    person uuid NOT NULL,
    reason character varying(500) NOT NULL,
    owner uuid,
    placed_at timestamp with time zone NOT NULL,
    last_day date NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamp with time zone,
    end_asked_by uuid,
    end_asked_at timestamp with time zone,
    until_utc timestamp with time zone NOT NULL,
    CONSTRAINT "PK_privacy_holds" PRIMARY KEY (id),
    CONSTRAINT "FK_privacy_holds_register_people_confirmed_by" FOREIGN KEY (confirmed_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_end_asked_by" FOREIGN KEY (end_asked_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_owner" FOREIGN KEY (owner) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_log_exports (
    id uuid NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    purpose character varying(500) NOT NULL,
    filter character varying(200) NOT NULL,
    entries integer NOT NULL,
    CONSTRAINT "PK_privacy_log_exports" PRIMARY KEY (id),
    CONSTRAINT "FK_privacy_log_exports_register_people_by" FOREIGN KEY (by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_take_aways (
    id uuid NOT NULL,
    person uuid NOT NULL,
    language character varying(2) NOT NULL,
    state text NOT NULL,
    ordered_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    done integer NOT NULL,
    rooms integer NOT NULL,
    rows integer NOT NULL,
    files integer NOT NULL,
    ended_at timestamp with time zone,
    goes_at timestamp with time zone,
    bytes bigint NOT NULL,
    CONSTRAINT "PK_privacy_take_aways" PRIMARY KEY (id),
    CONSTRAINT ck_privacy_take_aways_state CHECK ("state" in ('Waiting', 'Making', 'Ready', 'Failed')),
    CONSTRAINT "FK_privacy_take_aways_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_batches (
    id uuid NOT NULL,
    source text NOT NULL,
    feed character varying(40) NOT NULL,
    format character varying(40) NOT NULL,
    file_name character varying(200),
    bytes bigint NOT NULL,
    digest bytea,
    dry_run boolean NOT NULL,
    at_once boolean NOT NULL,
    whole boolean NOT NULL,
    for_day date,
    said_at timestamp with time zone,
    state text NOT NULL,
    brake text NOT NULL,
    counts character varying(4000) NOT NULL,
    live integer NOT NULL,
    ending integer NOT NULL,
    changes integer NOT NULL,
    done integer NOT NULL,
    sent_by uuid,
    sent_at timestamp with time zone NOT NULL,
    staged_at timestamp with time zone,
    decided_by uuid,
    decided_at timestamp with time zone,
    reason character varying(1000),
    ended_at timestamp with time zone,
    claimed_until timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_batches" PRIMARY KEY (id),
    CONSTRAINT ck_register_batches_brake CHECK ("brake" in ('None', 'Ends', 'Size')),
    CONSTRAINT ck_register_batches_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT ck_register_batches_state CHECK ("state" in ('Received', 'Refused', 'Tried', 'Waiting', 'Applying', 'Applied', 'Rejected', 'Lapsed')),
    CONSTRAINT "FK_register_batches_register_people_decided_by" FOREIGN KEY (decided_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_batches_register_people_sent_by" FOREIGN KEY (sent_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_cards_a (
    person uuid NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    email character varying(254),
    user_id character varying(100),
    phone character varying(16),
    work_address character varying(200),
    organisation character varying(200) NOT NULL,
    hidden_at timestamp with time zone,
    CONSTRAINT "PK_register_cards_a" PRIMARY KEY (person),
    CONSTRAINT "FK_register_cards_a_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_disclosures (
    id uuid NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    purpose character varying(500) NOT NULL,
    registers character varying(2) NOT NULL,
    filter character varying(80) NOT NULL,
    columns character varying(200) NOT NULL,
    people integer NOT NULL,
    CONSTRAINT "PK_register_disclosures" PRIMARY KEY (id),
    CONSTRAINT "FK_register_disclosures_register_people_by" FOREIGN KEY (by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_joinings (
    id uuid NOT NULL,
    kept uuid NOT NULL,
    lost uuid NOT NULL,
    record uuid,
    state text NOT NULL,
    seen bytea,
    asked_by uuid,
    asked_at timestamp with time zone NOT NULL,
    joined_at timestamp with time zone,
    parted_at timestamp with time zone,
    CONSTRAINT "PK_register_joinings" PRIMARY KEY (id),
    CONSTRAINT ck_register_joinings_state CHECK ("state" in ('Asked', 'Joined', 'PartAsked', 'Parted')),
    CONSTRAINT "FK_register_joinings_register_people_asked_by" FOREIGN KEY (asked_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_joinings_register_people_kept" FOREIGN KEY (kept) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_name_words (
    word character varying(80) NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT "PK_register_name_words" PRIMARY KEY (word, person),
    CONSTRAINT "FK_register_name_words_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_pictures (
    person uuid NOT NULL,
    blob uuid NOT NULL,
    key uuid NOT NULL,
    set_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_pictures" PRIMARY KEY (person),
    CONSTRAINT "FK_register_pictures_blobs_blobs_blob" FOREIGN KEY (blob) REFERENCES blobs_blobs (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_pictures_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_source_records (
    id uuid NOT NULL,
    source text NOT NULL,
    feed character varying(40) NOT NULL,
    key character varying(255) NOT NULL,
    person uuid,
    state text NOT NULL,
    last_batch uuid,
    said bytea,
    CONSTRAINT "PK_register_source_records" PRIMARY KEY (id),
    CONSTRAINT ck_register_source_records_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT ck_register_source_records_state CHECK ("state" in ('Live', 'Ended')),
    CONSTRAINT "FK_register_source_records_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_erasures (
    id uuid NOT NULL,
    cause text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    touched_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    months integer NOT NULL,
    backup_days integer NOT NULL,
    margin_days integer NOT NULL,
    people integer NOT NULL,
    cards integer NOT NULL,
    failed integer NOT NULL,
    held integer NOT NULL,
    rooms character varying(2000) NOT NULL,
    "left" character varying(1000) NOT NULL,
    retention_class uuid NOT NULL,
    digest character varying(64),
    CONSTRAINT "PK_privacy_erasures" PRIMARY KEY (id),
    CONSTRAINT ck_privacy_erasures_cause CHECK ("cause" in ('Night', 'Command', 'Ledger')),
    CONSTRAINT "FK_privacy_erasures_retention_classes_retention_class" FOREIGN KEY (retention_class) REFERENCES retention_classes (id) ON DELETE RESTRICT
);


CREATE TABLE notifications_mails (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    since_utc timestamp with time zone,
    until_utc timestamp with time zone,
    day date,
    farewell uuid,
    state text NOT NULL,
    tries integer NOT NULL,
    done_at timestamp with time zone,
    CONSTRAINT "PK_notifications_mails" PRIMARY KEY (id),
    CONSTRAINT ck_notifications_mails_kind CHECK ("kind" in ('Now', 'Daily', 'Farewell')),
    CONSTRAINT ck_notifications_mails_state CHECK ("state" in ('Waiting', 'Sent', 'Dropped', 'Failed')),
    CONSTRAINT "FK_notifications_mails_notifications_farewells_farewell" FOREIGN KEY (farewell) REFERENCES notifications_farewells (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_mails_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_batch_notes (
    batch uuid NOT NULL,
    number integer NOT NULL,
    kind text NOT NULL,
    file character varying(200),
    line integer,
    "column" character varying(100),
    reason_fi character varying(500) NOT NULL,
    reason_sv character varying(500) NOT NULL,
    reason_en character varying(500) NOT NULL,
    CONSTRAINT "PK_register_batch_notes" PRIMARY KEY (batch, number),
    CONSTRAINT ck_register_batch_notes_kind CHECK ("kind" in ('Error', 'Dropped', 'Remark')),
    CONSTRAINT "FK_register_batch_notes_register_batches_batch" FOREIGN KEY (batch) REFERENCES register_batches (id) ON DELETE RESTRICT
);


CREATE TABLE register_pulls (
    format character varying(40) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    mark character varying(1000),
    batch uuid,
    CONSTRAINT "PK_register_pulls" PRIMARY KEY (format),
    CONSTRAINT "FK_register_pulls_register_batches_batch" FOREIGN KEY (batch) REFERENCES register_batches (id) ON DELETE RESTRICT
);


CREATE TABLE register_year_changes (
    id uuid NOT NULL,
    source text NOT NULL,
    feed character varying(40) NOT NULL,
    format character varying(40) NOT NULL,
    dry_run boolean NOT NULL,
    day date NOT NULL,
    asked date,
    state text NOT NULL,
    run uuid NOT NULL,
    plan uuid,
    kept_at timestamp with time zone,
    tally text NOT NULL,
    drift character varying(200),
    sent_by uuid,
    sent_at timestamp with time zone NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    reason character varying(1000),
    ended_at timestamp with time zone,
    CONSTRAINT "PK_register_year_changes" PRIMARY KEY (id),
    CONSTRAINT ck_register_year_changes_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT ck_register_year_changes_state CHECK ("state" in ('Reading', 'Refused', 'Tried', 'Waiting', 'Approved', 'Applying', 'Applied', 'Withdrawn', 'Replaced', 'Lapsed')),
    CONSTRAINT "FK_register_year_changes_register_batches_plan" FOREIGN KEY (plan) REFERENCES register_batches (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_batches_run" FOREIGN KEY (run) REFERENCES register_batches (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_people_decided_by" FOREIGN KEY (decided_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_people_sent_by" FOREIGN KEY (sent_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_joining_moves (
    joining uuid NOT NULL,
    "table" character varying(60) NOT NULL,
    "column" character varying(60) NOT NULL,
    keys text NOT NULL,
    CONSTRAINT "PK_register_joining_moves" PRIMARY KEY (joining, "table", "column"),
    CONSTRAINT "FK_register_joining_moves_register_joinings_joining" FOREIGN KEY (joining) REFERENCES register_joinings (id) ON DELETE RESTRICT
);


CREATE TABLE register_joining_values (
    joining uuid NOT NULL,
    of_lost boolean NOT NULL,
    card text NOT NULL,
    "column" character varying(40) NOT NULL,
    value character varying(254) NOT NULL,
    source_record uuid,
    batch uuid,
    received_at timestamp with time zone,
    CONSTRAINT "PK_register_joining_values" PRIMARY KEY (joining, of_lost, card, "column"),
    CONSTRAINT ck_register_joining_values_card CHECK ("card" in ('A', 'B')),
    CONSTRAINT "FK_register_joining_values_register_joinings_joining" FOREIGN KEY (joining) REFERENCES register_joinings (id) ON DELETE RESTRICT
);


CREATE TABLE register_corrections (
    id uuid NOT NULL,
    person uuid NOT NULL,
    card text NOT NULL,
    "column" character varying(40) NOT NULL,
    source text NOT NULL,
    record uuid,
    said character varying(500) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    answer character varying(500),
    answered_by uuid,
    answered_at timestamp with time zone,
    CONSTRAINT "PK_register_corrections" PRIMARY KEY (id),
    CONSTRAINT ck_register_corrections_card CHECK ("card" in ('A', 'B')),
    CONSTRAINT ck_register_corrections_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT ck_register_corrections_state CHECK ("state" in ('Asked', 'Corrected', 'Settled', 'Declined')),
    CONSTRAINT "FK_register_corrections_register_people_answered_by" FOREIGN KEY (answered_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_corrections_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_corrections_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_cuts (
    record uuid NOT NULL,
    person uuid NOT NULL,
    cut_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_cuts" PRIMARY KEY (record),
    CONSTRAINT "FK_register_cuts_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_cuts_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_origins (
    person uuid NOT NULL,
    card text NOT NULL,
    "column" character varying(40) NOT NULL,
    source_record uuid NOT NULL,
    batch uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_origins" PRIMARY KEY (person, card, "column"),
    CONSTRAINT ck_register_origins_card CHECK ("card" in ('A', 'B')),
    CONSTRAINT "FK_register_origins_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_origins_register_source_records_source_record" FOREIGN KEY (source_record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_same_tasks (
    id uuid NOT NULL,
    record uuid NOT NULL,
    candidate uuid NOT NULL,
    state text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    payload text,
    said text,
    said_by uuid,
    decided_by uuid,
    decided_at timestamp with time zone,
    CONSTRAINT "PK_register_same_tasks" PRIMARY KEY (id),
    CONSTRAINT ck_register_same_tasks_said CHECK ("said" in ('Open', 'Same', 'Apart')),
    CONSTRAINT ck_register_same_tasks_state CHECK ("state" in ('Open', 'Same', 'Apart')),
    CONSTRAINT "FK_register_same_tasks_register_people_candidate" FOREIGN KEY (candidate) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_people_decided_by" FOREIGN KEY (decided_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_people_said_by" FOREIGN KEY (said_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_scim_users (
    record uuid NOT NULL,
    user_name character varying(200),
    external_id character varying(255),
    phone_for text NOT NULL,
    place text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    end_asked_at timestamp with time zone,
    CONSTRAINT "PK_register_scim_users" PRIMARY KEY (record),
    CONSTRAINT ck_register_scim_users_phone_for CHECK ("phone_for" in ('Work', 'Mobile')),
    CONSTRAINT ck_register_scim_users_place CHECK ("place" in ('Organization', 'Department', 'None')),
    CONSTRAINT "FK_register_scim_users_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE privacy_erasure_tasks (
    person uuid NOT NULL,
    what integer NOT NULL,
    since timestamp with time zone NOT NULL,
    tried_at timestamp with time zone NOT NULL,
    tries integer NOT NULL,
    run uuid NOT NULL,
    rooms character varying(400) NOT NULL,
    failures character varying(400) NOT NULL,
    CONSTRAINT "PK_privacy_erasure_tasks" PRIMARY KEY (person, what),
    CONSTRAINT ck_privacy_erasure_tasks_what CHECK ("what" in (10, 20, 30)),
    CONSTRAINT "FK_privacy_erasure_tasks_privacy_erasures_run" FOREIGN KEY (run) REFERENCES privacy_erasures (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_erasure_tasks_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_year_contents (
    change uuid NOT NULL,
    kind text NOT NULL,
    key character varying(255) NOT NULL,
    payload text NOT NULL,
    CONSTRAINT "PK_register_year_contents" PRIMARY KEY (change, kind, key),
    CONSTRAINT ck_register_year_contents_kind CHECK ("kind" in ('Unit', 'Group', 'Person')),
    CONSTRAINT "FK_register_year_contents_register_year_changes_change" FOREIGN KEY (change) REFERENCES register_year_changes (id) ON DELETE RESTRICT
);


CREATE TABLE files_files (
    id uuid NOT NULL,
    blob uuid NOT NULL,
    owner uuid NOT NULL,
    audience uuid NOT NULL,
    space uuid NOT NULL,
    author uuid,
    name character varying(200) NOT NULL,
    alt character varying(500) NOT NULL,
    ordinal integer NOT NULL,
    visible_from timestamp with time zone NOT NULL,
    visible_until timestamp with time zone NOT NULL,
    CONSTRAINT "PK_files_files" PRIMARY KEY (id),
    CONSTRAINT "FK_files_files_blobs_blobs_blob" FOREIGN KEY (blob) REFERENCES blobs_blobs (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_files_files_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE notifications_notices (
    id uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    thing uuid NOT NULL,
    thing_kind character varying(20) NOT NULL,
    space uuid,
    "from" uuid,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail_at timestamp with time zone,
    mail uuid,
    mailed_at timestamp with time zone,
    CONSTRAINT "PK_notifications_notices" PRIMARY KEY (id),
    CONSTRAINT ck_notifications_notices_kind CHECK ("kind" in ('Mention', 'Reply', 'CommentOnMine', 'MustRead', 'NewInSpace', 'NewSignIn', 'PasswordChanged', 'ContentReported', 'SpaceGranted', 'AccessEnds', 'TeamEnds', 'ExtensionProposed', 'PartnerEnds', 'PartnerPassed', 'ConfirmTeam', 'AccountJoined', 'TakeAway', 'ClaimBroken')),
    CONSTRAINT "FK_notifications_notices_notifications_mails_mail" FOREIGN KEY (mail) REFERENCES notifications_mails (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_notices_register_people_from" FOREIGN KEY ("from") REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_notices_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_comments (
    id uuid NOT NULL,
    post uuid NOT NULL,
    thread uuid NOT NULL,
    thread_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    author uuid,
    former uuid,
    body character varying(4000) NOT NULL,
    edited_at timestamp with time zone,
    removed_at timestamp with time zone,
    hidden_at timestamp with time zone,
    hidden_by uuid,
    version integer NOT NULL,
    CONSTRAINT "PK_posts_comments" PRIMARY KEY (id),
    CONSTRAINT "FK_posts_comments_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_comments_register_people_hidden_by" FOREIGN KEY (hidden_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_confirmations (
    post uuid NOT NULL,
    person uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_posts_confirmations" PRIMARY KEY (post, person),
    CONSTRAINT "FK_posts_confirmations_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_drafts (
    post uuid NOT NULL,
    author uuid NOT NULL,
    space uuid NOT NULL,
    title character varying(160) NOT NULL,
    body character varying(40000) NOT NULL,
    rest character varying(20000) NOT NULL,
    saved_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_posts_drafts" PRIMARY KEY (post),
    CONSTRAINT "FK_posts_drafts_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_former_mentions (
    post uuid NOT NULL,
    former uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_posts_former_mentions" PRIMARY KEY (post, former)
);


CREATE TABLE posts_mentions (
    source uuid NOT NULL,
    person uuid NOT NULL,
    post uuid NOT NULL,
    told boolean NOT NULL,
    CONSTRAINT "PK_posts_mentions" PRIMARY KEY (source, person),
    CONSTRAINT "FK_posts_mentions_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_posts (
    id uuid NOT NULL,
    audience uuid NOT NULL,
    space uuid NOT NULL,
    author uuid,
    former uuid,
    title character varying(160) NOT NULL,
    body character varying(40000) NOT NULL,
    lead character varying(702) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    edited_at timestamp with time zone,
    audience_changed_at timestamp with time zone,
    pinned boolean NOT NULL,
    must_read_until timestamp with time zone,
    hidden_at timestamp with time zone,
    hidden_by uuid,
    announced boolean NOT NULL,
    version integer NOT NULL,
    cut boolean NOT NULL,
    CONSTRAINT "PK_posts_posts" PRIMARY KEY (id),
    CONSTRAINT "FK_posts_posts_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_posts_register_people_hidden_by" FOREIGN KEY (hidden_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_reactions (
    post uuid NOT NULL,
    person uuid NOT NULL,
    kind text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_posts_reactions" PRIMARY KEY (post, kind, person),
    CONSTRAINT ck_posts_reactions_kind CHECK ("kind" in ('Thanks', 'Agree', 'Idea', 'Congratulations')),
    CONSTRAINT "FK_posts_reactions_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_reactions_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE posts_revisions (
    id uuid NOT NULL,
    post uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    former uuid,
    title character varying(160) NOT NULL,
    body character varying(40000) NOT NULL,
    CONSTRAINT "PK_posts_revisions" PRIMARY KEY (id),
    CONSTRAINT "FK_posts_revisions_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_revisions_register_people_by" FOREIGN KEY (by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_assignments (
    id uuid NOT NULL,
    person uuid NOT NULL,
    population text NOT NULL,
    kind text NOT NULL,
    unit uuid,
    organ uuid,
    duty uuid,
    stands_in_for uuid,
    source text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    record uuid,
    key character varying(255),
    CONSTRAINT "PK_register_assignments" PRIMARY KEY (id),
    CONSTRAINT "AK_register_assignments_id_population_last_day" UNIQUE (id, population, last_day),
    CONSTRAINT ck_register_assignments_days CHECK (first_day <= last_day),
    CONSTRAINT ck_register_assignments_kind CHECK ("kind" in ('Regular', 'Substitute', 'Deputy')),
    CONSTRAINT ck_register_assignments_population CHECK ("population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT ck_register_assignments_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "FK_register_assignments_register_assignments_stands_in_for" FOREIGN KEY (stands_in_for) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_authorities (
    id uuid NOT NULL,
    assignment uuid NOT NULL,
    kind text NOT NULL,
    scope character varying(40),
    from_utc timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    granted_by uuid,
    CONSTRAINT "PK_register_authorities" PRIMARY KEY (id),
    CONSTRAINT ck_register_authorities_kind CHECK ("kind" in ('RegisterAdministrator', 'SourceSteward', 'DataProtectionOfficer', 'SecurityOfficer', 'Operator')),
    CONSTRAINT "FK_register_authorities_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_authorities_register_people_granted_by" FOREIGN KEY (granted_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_confirmations (
    assignment uuid NOT NULL,
    round date NOT NULL,
    confirmed_by uuid,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_confirmations" PRIMARY KEY (assignment, round),
    CONSTRAINT "FK_register_confirmations_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_confirmations_register_people_confirmed_by" FOREIGN KEY (confirmed_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_extensions (
    id uuid NOT NULL,
    assignment uuid NOT NULL,
    last_day date NOT NULL,
    reason character varying(500) NOT NULL,
    proposed_by uuid,
    proposed_at timestamp with time zone NOT NULL,
    state text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    CONSTRAINT "PK_register_extensions" PRIMARY KEY (id),
    CONSTRAINT ck_register_extensions_state CHECK ("state" in ('Proposed', 'Done', 'Declined', 'Withdrawn')),
    CONSTRAINT "FK_register_extensions_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_extensions_register_people_decided_by" FOREIGN KEY (decided_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_extensions_register_people_proposed_by" FOREIGN KEY (proposed_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_invitations (
    assignment uuid NOT NULL,
    record uuid NOT NULL,
    sponsor uuid NOT NULL,
    deputy uuid,
    contract character varying(80) NOT NULL,
    purpose character varying(300) NOT NULL,
    last_day date NOT NULL,
    places character varying(4000) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_invitations" PRIMARY KEY (assignment),
    CONSTRAINT "FK_register_invitations_register_assignments_deputy" FOREIGN KEY (deputy) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_invitations_register_assignments_sponsor" FOREIGN KEY (sponsor) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_invitations_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT
);


CREATE TABLE register_sponsorships (
    id uuid NOT NULL,
    assignment uuid NOT NULL,
    sponsor_assignment uuid NOT NULL,
    sponsor_population text NOT NULL,
    sponsor_ends_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    from_utc timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    agreed_until date NOT NULL,
    contract_reference character varying(80) NOT NULL,
    purpose character varying(300) NOT NULL,
    deputy uuid,
    kind text NOT NULL,
    reason character varying(500),
    told_by uuid,
    told_at timestamp with time zone NOT NULL,
    reminded integer NOT NULL,
    CONSTRAINT "PK_register_sponsorships" PRIMARY KEY (id),
    CONSTRAINT ck_register_sponsorships_kind CHECK ("kind" in ('Invited', 'Renewed', 'Passed', 'Acting', 'TakenOver')),
    CONSTRAINT ck_register_sponsorships_sponsor_population CHECK ("sponsor_population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT ck_register_sponsorships_staff CHECK (sponsor_population = 'Staff'),
    CONSTRAINT ck_register_sponsorships_within CHECK (ends_on <= sponsor_ends_on),
    CONSTRAINT ck_register_sponsorships_year CHECK (ends_on <= starts_on + interval '12 months'),
    CONSTRAINT "FK_register_sponsorships_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_assignments_deputy" FOREIGN KEY (deputy) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_assignments_sponsor_assignme~" FOREIGN KEY (sponsor_assignment, sponsor_population, sponsor_ends_on) REFERENCES register_assignments (id, population, last_day) ON UPDATE CASCADE ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_people_told_by" FOREIGN KEY (told_by) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_year_bridges (
    change uuid NOT NULL,
    assignment uuid NOT NULL,
    last_day date NOT NULL,
    through date NOT NULL,
    CONSTRAINT "PK_register_year_bridges" PRIMARY KEY (change, assignment),
    CONSTRAINT "FK_register_year_bridges_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_bridges_register_year_changes_change" FOREIGN KEY (change) REFERENCES register_year_changes (id) ON DELETE RESTRICT
);


CREATE TABLE register_cards_b (
    person uuid NOT NULL,
    given_name character varying(100) NOT NULL,
    family_name character varying(100) NOT NULL,
    user_id character varying(100),
    email character varying(254),
    school uuid NOT NULL,
    class_name character varying(20),
    institution_code character varying(5) NOT NULL,
    role text NOT NULL,
    hidden_at timestamp with time zone,
    CONSTRAINT "PK_register_cards_b" PRIMARY KEY (person),
    CONSTRAINT ck_register_cards_b_role CHECK ("role" in ('Staff', 'Pupil', 'Student')),
    CONSTRAINT "FK_register_cards_b_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_group_members (
    person uuid NOT NULL,
    "group" uuid NOT NULL,
    cause uuid NOT NULL,
    because text NOT NULL,
    rank integer NOT NULL,
    from_utc timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    granted_until timestamp with time zone,
    while_staff boolean NOT NULL,
    deputy boolean NOT NULL,
    CONSTRAINT "PK_register_group_members" PRIMARY KEY (person, "group", cause),
    CONSTRAINT ck_register_group_members_because CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open', 'Head')),
    CONSTRAINT "FK_register_group_members_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_groups (
    id uuid NOT NULL,
    kind text NOT NULL,
    name_fi character varying(160) NOT NULL,
    name_sv character varying(160) NOT NULL,
    code character varying(100),
    unit uuid,
    close boolean NOT NULL,
    CONSTRAINT "PK_register_groups" PRIMARY KEY (id),
    CONSTRAINT ck_register_groups_kind CHECK ("kind" in ('Unit', 'Organ', 'School', 'Class', 'Teaching', 'Duty', 'SpaceMembers', 'Audience', 'HandMade', 'Head'))
);


CREATE TABLE register_inclusions (
    whole uuid NOT NULL,
    part uuid NOT NULL,
    from_utc timestamp with time zone NOT NULL,
    because text NOT NULL,
    rank integer NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    deputies boolean NOT NULL,
    CONSTRAINT "PK_register_inclusions" PRIMARY KEY (whole, part, from_utc),
    CONSTRAINT ck_register_inclusions_because CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open', 'Head')),
    CONSTRAINT "FK_register_inclusions_register_groups_part" FOREIGN KEY (part) REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_inclusions_register_groups_whole" FOREIGN KEY (whole) REFERENCES register_groups (id) ON DELETE RESTRICT
);


CREATE TABLE register_scim_groups (
    "group" uuid NOT NULL,
    external_id character varying(255),
    created_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT "PK_register_scim_groups" PRIMARY KEY ("group"),
    CONSTRAINT "FK_register_scim_groups_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT
);


CREATE TABLE register_units (
    id uuid NOT NULL,
    parent uuid,
    kind text NOT NULL,
    name_fi character varying(160) NOT NULL,
    name_sv character varying(160) NOT NULL,
    institution_code character varying(5),
    address character varying(200),
    head uuid,
    "group" uuid NOT NULL,
    CONSTRAINT "PK_register_units" PRIMARY KEY (id),
    CONSTRAINT ck_register_units_kind CHECK ("kind" in ('City', 'Division', 'ServiceArea', 'Unit', 'School')),
    CONSTRAINT "FK_register_units_register_assignments_head" FOREIGN KEY (head) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_units_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_units_register_units_parent" FOREIGN KEY (parent) REFERENCES register_units (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_audiences (
    id uuid NOT NULL,
    space uuid NOT NULL,
    space_group uuid NOT NULL,
    "group" uuid NOT NULL,
    key character varying(64) NOT NULL,
    CONSTRAINT "PK_spaces_audiences" PRIMARY KEY (id),
    CONSTRAINT "FK_spaces_audiences_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_audiences_register_groups_space_group" FOREIGN KEY (space_group) REFERENCES register_groups (id) ON DELETE RESTRICT
);


CREATE TABLE register_staged (
    batch uuid NOT NULL,
    key character varying(255) NOT NULL,
    kind text NOT NULL,
    turn integer NOT NULL,
    unit uuid,
    record uuid,
    person uuid,
    digest bytea,
    payload text,
    fields character varying(400),
    move text,
    "from" uuid,
    unseen boolean NOT NULL,
    CONSTRAINT "PK_register_staged" PRIMARY KEY (batch, key),
    CONSTRAINT ck_register_staged_kind CHECK ("kind" in ('New', 'Returns', 'Changed', 'Ends', 'Unclear', 'Heard')),
    CONSTRAINT ck_register_staged_move CHECK ("move" in ('Arrives', 'Leaves', 'MovesSchool', 'MovesClass', 'MovesUp', 'Groups', 'StaffArrives', 'StaffLeaves', 'StaffMoves', 'StaffGroups', 'Details', 'Unclear')),
    CONSTRAINT "FK_register_staged_register_batches_batch" FOREIGN KEY (batch) REFERENCES register_batches (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_source_records_record" FOREIGN KEY (record) REFERENCES register_source_records (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_units_from" FOREIGN KEY ("from") REFERENCES register_units (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT
);


CREATE TABLE register_staged_groups (
    batch uuid NOT NULL,
    kind text NOT NULL,
    code character varying(100) NOT NULL,
    name_fi character varying(160) NOT NULL,
    name_sv character varying(160) NOT NULL,
    unit uuid,
    "group" uuid NOT NULL,
    change text NOT NULL,
    CONSTRAINT "PK_register_staged_groups" PRIMARY KEY (batch, kind, code),
    CONSTRAINT ck_register_staged_groups_change CHECK ("change" in ('New', 'Renamed', 'Ended')),
    CONSTRAINT ck_register_staged_groups_kind CHECK ("kind" in ('Unit', 'Organ', 'School', 'Class', 'Teaching', 'Duty', 'SpaceMembers', 'Audience', 'HandMade', 'Head')),
    CONSTRAINT "FK_register_staged_groups_register_batches_batch" FOREIGN KEY (batch) REFERENCES register_batches (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_groups_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_spaces (
    id uuid NOT NULL,
    name character varying(120) NOT NULL,
    purpose character varying(300) NOT NULL,
    description character varying(4000) NOT NULL,
    confidentiality integer NOT NULL,
    retention_class uuid NOT NULL,
    unit uuid NOT NULL,
    members uuid NOT NULL,
    deputies boolean NOT NULL,
    audience uuid NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT "PK_spaces_spaces" PRIMARY KEY (id),
    CONSTRAINT ck_spaces_spaces_confidentiality CHECK ("confidentiality" in (10, 20, 30)),
    CONSTRAINT "FK_spaces_spaces_register_groups_members" FOREIGN KEY (members) REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_retention_classes_retention_class" FOREIGN KEY (retention_class) REFERENCES retention_classes (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_arrivals (
    id uuid NOT NULL,
    kind character varying(20) NOT NULL,
    audience uuid NOT NULL,
    space uuid NOT NULL,
    author uuid,
    at timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    must_read_until timestamp with time zone,
    pinned boolean NOT NULL,
    announced boolean NOT NULL,
    CONSTRAINT "PK_spaces_arrivals" PRIMARY KEY (id),
    CONSTRAINT "FK_spaces_arrivals_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_inheritances (
    space uuid NOT NULL,
    person uuid NOT NULL,
    from_utc timestamp with time zone NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT "PK_spaces_inheritances" PRIMARY KEY (space, person, from_utc),
    CONSTRAINT "FK_spaces_inheritances_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_inheritances_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_read_marks (
    person uuid NOT NULL,
    space uuid NOT NULL,
    seen_until timestamp with time zone NOT NULL,
    CONSTRAINT "PK_spaces_read_marks" PRIMARY KEY (person, space),
    CONSTRAINT "FK_spaces_read_marks_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_read_marks_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_reports (
    id uuid NOT NULL,
    space uuid NOT NULL,
    kind character varying(20) NOT NULL,
    thing uuid NOT NULL,
    audience uuid NOT NULL,
    reporter uuid,
    reason character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    handled_by uuid,
    CONSTRAINT "PK_spaces_reports" PRIMARY KEY (id),
    CONSTRAINT "FK_spaces_reports_register_people_handled_by" FOREIGN KEY (handled_by) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_register_people_reporter" FOREIGN KEY (reporter) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_report_readers (
    report uuid NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT "PK_spaces_report_readers" PRIMARY KEY (report, person),
    CONSTRAINT "FK_spaces_report_readers_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_report_readers_spaces_reports_report" FOREIGN KEY (report) REFERENCES spaces_reports (id) ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "IX_access_accounts_folded" ON access_accounts (folded);


CREATE INDEX "IX_access_attempts_last_at" ON access_attempts (last_at);


CREATE INDEX "IX_access_codes_code_hash" ON access_codes (code_hash);


CREATE INDEX "IX_access_codes_issued_by" ON access_codes (issued_by);


CREATE INDEX "IX_access_codes_person_kind" ON access_codes (person, kind);


CREATE INDEX "IX_access_devices_last_at" ON access_devices (last_at);


CREATE INDEX "IX_access_sessions_person" ON access_sessions (person);


CREATE UNIQUE INDEX "IX_access_sessions_token_hash" ON access_sessions (token_hash);


CREATE INDEX "IX_access_sessions_until_utc" ON access_sessions (until_utc);


CREATE INDEX "IX_access_tokens_person" ON access_tokens (person);


CREATE UNIQUE INDEX "IX_access_tokens_token_hash" ON access_tokens (token_hash);


CREATE INDEX "IX_audit_aliases_person" ON audit_aliases (person);


CREATE INDEX "IX_audit_entries_at_id" ON audit_entries (at, id);


CREATE INDEX "IX_audit_entries_by_at" ON audit_entries (by, at);


CREATE INDEX "IX_audit_entries_space_at" ON audit_entries (space, at);


CREATE INDEX "IX_audit_entries_subject_at" ON audit_entries (subject, at);


CREATE UNIQUE INDEX "IX_audit_links_entry" ON audit_links (entry);


CREATE INDEX "IX_audit_seals_class_day" ON audit_seals (class, day);


CREATE INDEX "IX_audit_verifications_ended_at" ON audit_verifications (ended_at);


CREATE INDEX "IX_backup_snapshots_at" ON backup_snapshots (at);


CREATE INDEX "IX_blobs_blobs_media_received_at" ON blobs_blobs (media, received_at);


CREATE INDEX "IX_blobs_blobs_sha256" ON blobs_blobs (sha256);


CREATE INDEX "IX_blobs_blobs_state_received_at" ON blobs_blobs (state, received_at);


CREATE INDEX "IX_blobs_renditions_sha256" ON blobs_renditions (sha256);


CREATE INDEX "IX_files_files_audience" ON files_files (audience);


CREATE INDEX "IX_files_files_author" ON files_files (author);


CREATE INDEX "IX_files_files_blob" ON files_files (blob);


CREATE INDEX "IX_files_files_owner_ordinal" ON files_files (owner, ordinal);


CREATE INDEX "IX_files_files_space" ON files_files (space);


CREATE INDEX "IX_files_uploads_at" ON files_uploads (at);


CREATE INDEX "IX_files_uploads_blob" ON files_uploads (blob);


CREATE INDEX "IX_files_uploads_person" ON files_uploads (person);


CREATE UNIQUE INDEX "IX_notifications_farewells_person_ends_at_stage" ON notifications_farewells (person, ends_at, stage);


CREATE INDEX "IX_notifications_mails_farewell" ON notifications_mails (farewell);


CREATE UNIQUE INDEX "IX_notifications_mails_person_day" ON notifications_mails (person, day);


CREATE INDEX "IX_notifications_mails_person_made_at" ON notifications_mails (person, made_at);


CREATE INDEX "IX_notifications_mails_state_due_at" ON notifications_mails (state, due_at);


CREATE INDEX "IX_notifications_notices_at" ON notifications_notices (at);


CREATE INDEX "IX_notifications_notices_from" ON notifications_notices ("from");


CREATE INDEX "IX_notifications_notices_mail" ON notifications_notices (mail);


CREATE INDEX "IX_notifications_notices_mail_at" ON notifications_notices (mail_at);


CREATE INDEX "IX_notifications_notices_person_at_id" ON notifications_notices (person, at, id);


CREATE INDEX "IX_notifications_notices_person_read_at" ON notifications_notices (person, read_at);


CREATE INDEX "IX_notifications_notices_space" ON notifications_notices (space);


CREATE INDEX "IX_notifications_preferences_kind_pace" ON notifications_preferences (kind, pace);


CREATE INDEX "IX_posts_comments_author" ON posts_comments (author);


CREATE INDEX "IX_posts_comments_hidden_by" ON posts_comments (hidden_by);


CREATE INDEX "IX_posts_comments_post_thread_at_thread_at_id" ON posts_comments (post, thread_at, thread, at, id);


CREATE INDEX "IX_posts_confirmations_person" ON posts_confirmations (person);


CREATE INDEX "IX_posts_drafts_author_saved_at" ON posts_drafts (author, saved_at);


CREATE INDEX "IX_posts_drafts_saved_at" ON posts_drafts (saved_at);


CREATE INDEX "IX_posts_drafts_space" ON posts_drafts (space);


CREATE INDEX "IX_posts_mentions_person" ON posts_mentions (person);


CREATE INDEX "IX_posts_mentions_post" ON posts_mentions (post);


CREATE INDEX "IX_posts_posts_announced_published_at" ON posts_posts (announced, published_at);


CREATE INDEX "IX_posts_posts_audience" ON posts_posts (audience);


CREATE INDEX "IX_posts_posts_author" ON posts_posts (author);


CREATE INDEX "IX_posts_posts_hidden_by" ON posts_posts (hidden_by);


CREATE INDEX "IX_posts_posts_space_published_at_id" ON posts_posts (space, published_at, id);


CREATE INDEX "IX_posts_reactions_person" ON posts_reactions (person);


CREATE INDEX "IX_posts_revisions_by" ON posts_revisions (by);


CREATE INDEX "IX_posts_revisions_post_at" ON posts_revisions (post, at);


CREATE INDEX "IX_privacy_attestations_by" ON privacy_attestations (by);


CREATE INDEX "IX_privacy_attestations_claim_until_utc" ON privacy_attestations (claim, until_utc);


CREATE INDEX "IX_privacy_claim_runs_at" ON privacy_claim_runs (at);


CREATE INDEX "IX_privacy_claim_runs_key_at" ON privacy_claim_runs (key, at);


CREATE INDEX "IX_privacy_erasure_tasks_run" ON privacy_erasure_tasks (run);


CREATE INDEX "IX_privacy_erasures_begun_at" ON privacy_erasures (begun_at);


CREATE INDEX "IX_privacy_erasures_retention_class" ON privacy_erasures (retention_class);


CREATE INDEX "IX_privacy_erasures_touched_at" ON privacy_erasures (touched_at) WHERE ended_at is null;


CREATE INDEX "IX_privacy_holds_confirmed_by" ON privacy_holds (confirmed_by);


CREATE INDEX "IX_privacy_holds_end_asked_by" ON privacy_holds (end_asked_by);


CREATE INDEX "IX_privacy_holds_owner" ON privacy_holds (owner);


CREATE INDEX "IX_privacy_holds_person" ON privacy_holds (person);


CREATE INDEX "IX_privacy_holds_until_utc" ON privacy_holds (until_utc);


CREATE INDEX "IX_privacy_log_exports_at" ON privacy_log_exports (at);


CREATE INDEX "IX_privacy_log_exports_by_at" ON privacy_log_exports (by, at);


CREATE INDEX "IX_privacy_take_aways_goes_at" ON privacy_take_aways (goes_at);


CREATE UNIQUE INDEX "IX_privacy_take_aways_person" ON privacy_take_aways (person);


CREATE INDEX "IX_privacy_take_aways_state_ordered_at" ON privacy_take_aways (state, ordered_at);


CREATE INDEX "IX_register_assignments_duty" ON register_assignments (duty);


CREATE INDEX "IX_register_assignments_organ" ON register_assignments (organ);


CREATE INDEX "IX_register_assignments_person_until_utc" ON register_assignments (person, until_utc);


CREATE INDEX "IX_register_assignments_record" ON register_assignments (record);


CREATE INDEX "IX_register_assignments_stands_in_for" ON register_assignments (stands_in_for);


CREATE INDEX "IX_register_assignments_unit" ON register_assignments (unit);


CREATE INDEX "IX_register_assignments_until_utc" ON register_assignments (until_utc);


CREATE INDEX "IX_register_authorities_assignment" ON register_authorities (assignment);


CREATE INDEX "IX_register_authorities_granted_by" ON register_authorities (granted_by);


CREATE INDEX "IX_register_batches_decided_by" ON register_batches (decided_by);


CREATE INDEX "IX_register_batches_sent_by" ON register_batches (sent_by);


CREATE INDEX "IX_register_batches_source_feed_sent_at" ON register_batches (source, feed, sent_at);


CREATE INDEX "IX_register_batches_state_sent_at" ON register_batches (state, sent_at);


CREATE INDEX "IX_register_cards_a_email" ON register_cards_a (email);


CREATE INDEX "IX_register_cards_a_hidden_at" ON register_cards_a (hidden_at) WHERE hidden_at is not null;


CREATE INDEX "IX_register_cards_a_user_id" ON register_cards_a (user_id);


CREATE INDEX "IX_register_cards_b_email" ON register_cards_b (email);


CREATE INDEX "IX_register_cards_b_hidden_at" ON register_cards_b (hidden_at) WHERE hidden_at is not null;


CREATE INDEX "IX_register_cards_b_school" ON register_cards_b (school);


CREATE INDEX "IX_register_cards_b_user_id" ON register_cards_b (user_id);


CREATE INDEX "IX_register_confirmations_confirmed_by" ON register_confirmations (confirmed_by);


CREATE INDEX "IX_register_corrections_answered_by" ON register_corrections (answered_by);


CREATE INDEX "IX_register_corrections_person_state" ON register_corrections (person, state);


CREATE INDEX "IX_register_corrections_record" ON register_corrections (record);


CREATE INDEX "IX_register_corrections_source_state_asked_at" ON register_corrections (source, state, asked_at);


CREATE INDEX "IX_register_cuts_person" ON register_cuts (person);


CREATE INDEX "IX_register_disclosures_at_id" ON register_disclosures (at, id);


CREATE INDEX "IX_register_disclosures_by_at" ON register_disclosures (by, at);


CREATE INDEX "IX_register_extensions_assignment" ON register_extensions (assignment);


CREATE INDEX "IX_register_extensions_decided_by" ON register_extensions (decided_by);


CREATE INDEX "IX_register_extensions_proposed_by" ON register_extensions (proposed_by);


CREATE INDEX "IX_register_extensions_state_proposed_at" ON register_extensions (state, proposed_at);


CREATE INDEX "IX_register_group_members_cause" ON register_group_members (cause);


CREATE INDEX "IX_register_group_members_group_until_utc" ON register_group_members ("group", until_utc);


CREATE UNIQUE INDEX "IX_register_groups_kind_code" ON register_groups (kind, code);


CREATE INDEX "IX_register_groups_unit" ON register_groups (unit);


CREATE INDEX "IX_register_inclusions_part_because" ON register_inclusions (part, because);


CREATE INDEX "IX_register_invitations_deputy" ON register_invitations (deputy);


CREATE INDEX "IX_register_invitations_record" ON register_invitations (record);


CREATE INDEX "IX_register_invitations_sponsor" ON register_invitations (sponsor);


CREATE INDEX "IX_register_joinings_asked_by" ON register_joinings (asked_by);


CREATE INDEX "IX_register_joinings_kept" ON register_joinings (kept);


CREATE INDEX "IX_register_joinings_lost" ON register_joinings (lost);


CREATE INDEX "IX_register_name_words_person_word" ON register_name_words (person, word);


CREATE INDEX "IX_register_origins_source_record" ON register_origins (source_record);


CREATE INDEX "IX_register_people_sort_key_id" ON register_people (sort_key, id);


CREATE INDEX "IX_register_people_used_until" ON register_people (used_until);


CREATE INDEX "IX_register_pictures_blob" ON register_pictures (blob);


CREATE INDEX "IX_register_pulls_batch" ON register_pulls (batch);


CREATE INDEX "IX_register_same_tasks_candidate" ON register_same_tasks (candidate);


CREATE INDEX "IX_register_same_tasks_decided_by" ON register_same_tasks (decided_by);


CREATE UNIQUE INDEX "IX_register_same_tasks_record_candidate" ON register_same_tasks (record, candidate);


CREATE INDEX "IX_register_same_tasks_said_by" ON register_same_tasks (said_by);


CREATE UNIQUE INDEX "IX_register_scim_groups_external_id" ON register_scim_groups (external_id);


CREATE UNIQUE INDEX "IX_register_scim_tokens_token_hash" ON register_scim_tokens (token_hash);


CREATE INDEX "IX_register_scim_users_end_asked_at" ON register_scim_users (end_asked_at) WHERE end_asked_at is not null;


CREATE UNIQUE INDEX "IX_register_scim_users_user_name" ON register_scim_users (user_name);


CREATE INDEX "IX_register_source_records_key" ON register_source_records (key);


CREATE INDEX "IX_register_source_records_person" ON register_source_records (person);


CREATE UNIQUE INDEX "IX_register_source_records_source_feed_key" ON register_source_records (source, feed, key);


CREATE INDEX "IX_register_sponsorships_assignment_from_utc" ON register_sponsorships (assignment, from_utc);


CREATE INDEX "IX_register_sponsorships_deputy" ON register_sponsorships (deputy);


CREATE INDEX "IX_register_sponsorships_sponsor_assignment_sponsor_population~" ON register_sponsorships (sponsor_assignment, sponsor_population, sponsor_ends_on);


CREATE INDEX "IX_register_sponsorships_told_by" ON register_sponsorships (told_by);


CREATE INDEX "IX_register_sponsorships_until_utc" ON register_sponsorships (until_utc);


CREATE INDEX "IX_register_staged_batch_kind_key" ON register_staged (batch, kind, key);


CREATE INDEX "IX_register_staged_batch_turn_unit_key" ON register_staged (batch, turn, unit, key);


CREATE INDEX "IX_register_staged_from" ON register_staged ("from");


CREATE INDEX "IX_register_staged_person" ON register_staged (person);


CREATE INDEX "IX_register_staged_record" ON register_staged (record);


CREATE INDEX "IX_register_staged_unit" ON register_staged (unit);


CREATE INDEX "IX_register_staged_groups_unit" ON register_staged_groups (unit);


CREATE INDEX "IX_register_units_group" ON register_units ("group");


CREATE INDEX "IX_register_units_head" ON register_units (head);


CREATE UNIQUE INDEX "IX_register_units_institution_code" ON register_units (institution_code);


CREATE INDEX "IX_register_units_parent" ON register_units (parent);


CREATE INDEX "IX_register_year_bridges_assignment" ON register_year_bridges (assignment);


CREATE INDEX "IX_register_year_changes_decided_by" ON register_year_changes (decided_by);


CREATE INDEX "IX_register_year_changes_plan" ON register_year_changes (plan);


CREATE INDEX "IX_register_year_changes_run" ON register_year_changes (run);


CREATE INDEX "IX_register_year_changes_sent_at" ON register_year_changes (sent_at);


CREATE INDEX "IX_register_year_changes_sent_by" ON register_year_changes (sent_by);


CREATE INDEX "IX_register_year_changes_state_day" ON register_year_changes (state, day);


CREATE UNIQUE INDEX "IX_retention_classes_code" ON retention_classes (code);


CREATE INDEX "IX_spaces_arrivals_at" ON spaces_arrivals (at) WHERE not announced;


CREATE INDEX "IX_spaces_arrivals_audience_at_id_until_utc_author" ON spaces_arrivals (audience, at, id, until_utc, author);


CREATE INDEX "IX_spaces_arrivals_audience_must_read_until" ON spaces_arrivals (audience, must_read_until) WHERE must_read_until is not null;


CREATE INDEX "IX_spaces_arrivals_author" ON spaces_arrivals (author);


CREATE INDEX "IX_spaces_arrivals_space_at_id" ON spaces_arrivals (space, at, id);


CREATE INDEX "IX_spaces_audiences_group" ON spaces_audiences ("group");


CREATE INDEX "IX_spaces_audiences_space_group" ON spaces_audiences (space_group);


CREATE UNIQUE INDEX "IX_spaces_audiences_space_key" ON spaces_audiences (space, key);


CREATE INDEX "IX_spaces_inheritances_person" ON spaces_inheritances (person);


CREATE INDEX "IX_spaces_read_marks_space" ON spaces_read_marks (space);


CREATE INDEX "IX_spaces_report_readers_person" ON spaces_report_readers (person);


CREATE INDEX "IX_spaces_reports_audience" ON spaces_reports (audience);


CREATE INDEX "IX_spaces_reports_handled_by" ON spaces_reports (handled_by);


CREATE INDEX "IX_spaces_reports_reporter" ON spaces_reports (reporter);


CREATE INDEX "IX_spaces_reports_space_handled_at_at" ON spaces_reports (space, handled_at, at);


CREATE INDEX "IX_spaces_spaces_audience" ON spaces_spaces (audience);


CREATE UNIQUE INDEX "IX_spaces_spaces_members" ON spaces_spaces (members);


CREATE INDEX "IX_spaces_spaces_retention_class" ON spaces_spaces (retention_class);


CREATE INDEX "IX_spaces_spaces_unit" ON spaces_spaces (unit);


ALTER TABLE files_files ADD CONSTRAINT "FK_files_files_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT;


ALTER TABLE files_files ADD CONSTRAINT "FK_files_files_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT;


ALTER TABLE notifications_notices ADD CONSTRAINT "FK_notifications_notices_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT;


ALTER TABLE posts_comments ADD CONSTRAINT "FK_posts_comments_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT;


ALTER TABLE posts_confirmations ADD CONSTRAINT "FK_posts_confirmations_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT;


ALTER TABLE posts_drafts ADD CONSTRAINT "FK_posts_drafts_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT;


ALTER TABLE posts_former_mentions ADD CONSTRAINT "FK_posts_former_mentions_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT;


ALTER TABLE posts_mentions ADD CONSTRAINT "FK_posts_mentions_posts_posts_post" FOREIGN KEY (post) REFERENCES posts_posts (id) ON DELETE RESTRICT;


ALTER TABLE posts_posts ADD CONSTRAINT "FK_posts_posts_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT;


ALTER TABLE posts_posts ADD CONSTRAINT "FK_posts_posts_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT;


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_groups_duty" FOREIGN KEY (duty) REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_groups_organ" FOREIGN KEY (organ) REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT;


ALTER TABLE register_cards_b ADD CONSTRAINT "FK_register_cards_b_register_units_school" FOREIGN KEY (school) REFERENCES register_units (id) ON DELETE RESTRICT;


ALTER TABLE register_group_members ADD CONSTRAINT "FK_register_group_members_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_groups ADD CONSTRAINT "FK_register_groups_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT;




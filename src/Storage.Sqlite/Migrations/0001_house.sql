CREATE TABLE "access_attempts" (
    "door" BLOB NOT NULL CONSTRAINT "PK_access_attempts" PRIMARY KEY,
    "failures" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    "wait_until" INTEGER NOT NULL
);


CREATE TABLE "access_tombstones" (
    "user_id" BLOB NOT NULL,
    "holder" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_access_tombstones" PRIMARY KEY ("user_id", "holder")
) WITHOUT ROWID;


CREATE TABLE "audit_entries" (
    "id" BLOB NOT NULL CONSTRAINT "PK_audit_entries" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "by" BLOB NULL,
    "by_name" TEXT NOT NULL,
    "deed" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "thing" BLOB NULL,
    "subject" BLOB NULL,
    "space" BLOB NULL,
    "count" INTEGER NULL,
    "population" TEXT NULL,
    "authority" TEXT NULL,
    "way" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "address" TEXT NULL,
    "address_salt" BLOB NULL,
    "address_digest" BLOB NULL,
    CONSTRAINT "ck_audit_entries_outcome" CHECK ("outcome" in ('Done', 'Refused')),
    CONSTRAINT "ck_audit_entries_way" CHECK ("way" in ('Job', 'Page', 'Api', 'Token', 'Scim', 'Command'))
);


CREATE TABLE "audit_links" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_audit_links" PRIMARY KEY,
    "entry" BLOB NOT NULL,
    "link" BLOB NOT NULL
);


CREATE TABLE "audit_seals" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_audit_seals" PRIMARY KEY,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "class" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "previous" BLOB NOT NULL,
    "tail" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    CONSTRAINT "ck_audit_seals_class" CHECK ("class" in ('Use', 'Administration'))
);


CREATE TABLE "audit_verifications" (
    "id" BLOB NOT NULL CONSTRAINT "PK_audit_verifications" PRIMARY KEY,
    "begun_at" INTEGER NOT NULL,
    "ended_at" INTEGER NOT NULL,
    "from_seal" INTEGER NOT NULL,
    "to_seal" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "fault" TEXT NOT NULL,
    "fault_row" INTEGER NULL,
    "fault_seal" INTEGER NULL,
    CONSTRAINT "ck_audit_verifications_fault" CHECK ("fault" in ('None', 'Changed', 'Missing', 'Inserted', 'SealBroken', 'SealMissing', 'HeadDisagrees', 'HeadsBroken'))
);


CREATE TABLE "backup_snapshots" (
    "id" BLOB NOT NULL CONSTRAINT "PK_backup_snapshots" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "missing" INTEGER NOT NULL
);


CREATE TABLE "blobs_blobs" (
    "id" BLOB NOT NULL CONSTRAINT "PK_blobs_blobs" PRIMARY KEY,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "reason" TEXT NULL,
    "signature" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "seconds" REAL NOT NULL,
    "peaks" BLOB NULL,
    "received_at" INTEGER NOT NULL,
    "touched_at" INTEGER NOT NULL,
    "checked_at" INTEGER NULL,
    CONSTRAINT "ck_blobs_blobs_kind" CHECK ("kind" in ('Picture', 'Video', 'Sound', 'Document', 'Archive', 'Other')),
    CONSTRAINT "ck_blobs_blobs_media" CHECK ("media" in ('Waiting', 'Preparing', 'Ready', 'Failed')),
    CONSTRAINT "ck_blobs_blobs_reason" CHECK ("reason" in ('Malware', 'TooLarge', 'Encrypted', 'Unreadable', 'TooManyPixels', 'TooLong')),
    CONSTRAINT "ck_blobs_blobs_state" CHECK ("state" in ('Checking', 'Clean', 'Unchecked', 'Infected', 'Unscannable'))
);


CREATE TABLE "kernel_jobs" (
    "name" TEXT NOT NULL CONSTRAINT "PK_kernel_jobs" PRIMARY KEY,
    "due_at" INTEGER NOT NULL,
    "claimed_until" INTEGER NOT NULL,
    "started_at" INTEGER NULL,
    "finished_at" INTEGER NULL,
    "counted" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "error" TEXT NULL
);


CREATE TABLE "kernel_marks" (
    "name" TEXT NOT NULL CONSTRAINT "PK_kernel_marks" PRIMARY KEY,
    "value" TEXT NOT NULL
);


CREATE TABLE "privacy_claim_runs" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_claim_runs" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    CONSTRAINT "ck_privacy_claim_runs_outcome" CHECK ("outcome" in ('Holds', 'Broken', 'NotInUse'))
);


CREATE TABLE "privacy_claims" (
    "key" TEXT NOT NULL CONSTRAINT "PK_privacy_claims" PRIMARY KEY,
    "tried_at" INTEGER NOT NULL,
    "ran_at" INTEGER NULL,
    "outcome" TEXT NULL,
    "since" INTEGER NULL,
    "told_at" INTEGER NULL,
    "counts" TEXT NOT NULL,
    "failure" TEXT NULL,
    CONSTRAINT "ck_privacy_claims_outcome" CHECK ("outcome" in ('Holds', 'Broken', 'NotInUse'))
);


CREATE TABLE "privacy_ledger_marks" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_ledger_marks" PRIMARY KEY,
    "number" INTEGER NOT NULL
);


CREATE TABLE "register_people" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_people" PRIMARY KEY,
    "shielded" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "used_until" INTEGER NOT NULL,
    "sort_key" BLOB NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "register_scim_tokens" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_scim_tokens" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "created_at" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "last_used_on" TEXT NULL
);


CREATE TABLE "retention_classes" (
    "id" BLOB NOT NULL CONSTRAINT "PK_retention_classes" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "period" INTEGER NOT NULL,
    "unit" TEXT NOT NULL,
    "start_fi" TEXT NOT NULL,
    "start_sv" TEXT NOT NULL,
    "start_en" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "for_spaces" INTEGER NOT NULL,
    CONSTRAINT "ck_retention_classes_action" CHECK ("action" in ('Erase', 'Review', 'Archive', 'Refuse')),
    CONSTRAINT "ck_retention_classes_unit" CHECK ("unit" in ('Hours', 'Days', 'Months', 'Years'))
);


CREATE TABLE "blobs_renditions" (
    "blob" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    CONSTRAINT "PK_blobs_renditions" PRIMARY KEY ("blob", "name"),
    CONSTRAINT "FK_blobs_renditions_blobs_blobs_blob" FOREIGN KEY ("blob") REFERENCES "blobs_blobs" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "access_accounts" (
    "person" BLOB NOT NULL CONSTRAINT "PK_access_accounts" PRIMARY KEY,
    "user_id" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "password_hash" TEXT NULL,
    "password_at" INTEGER NULL,
    "cut_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_access_accounts_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "access_codes" (
    "id" BLOB NOT NULL CONSTRAINT "PK_access_codes" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "code_hash" BLOB NOT NULL,
    "issued_by" BLOB NULL,
    "issued_at" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    CONSTRAINT "ck_access_codes_kind" CHECK ("kind" in ('Words', 'Link')),
    CONSTRAINT "FK_access_codes_register_people_issued_by" FOREIGN KEY ("issued_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_access_codes_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "access_devices" (
    "person" BLOB NOT NULL,
    "token_hash" BLOB NOT NULL,
    "last_at" INTEGER NOT NULL,
    CONSTRAINT "PK_access_devices" PRIMARY KEY ("person", "token_hash"),
    CONSTRAINT "FK_access_devices_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "access_factors" (
    "person" BLOB NOT NULL CONSTRAINT "PK_access_factors" PRIMARY KEY,
    "sealed" BLOB NOT NULL,
    "confirmed_at" INTEGER NULL,
    "last_step" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "FK_access_factors_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "access_gate_marks" (
    "person" BLOB NOT NULL,
    "gate" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "passed_at" INTEGER NOT NULL,
    CONSTRAINT "PK_access_gate_marks" PRIMARY KEY ("person", "gate", "version"),
    CONSTRAINT "ck_access_gate_marks_gate" CHECK ("gate" in ('Notice', 'Pledge')),
    CONSTRAINT "FK_access_gate_marks_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "access_recovery_codes" (
    "person" BLOB NOT NULL,
    "code_hash" BLOB NOT NULL,
    CONSTRAINT "PK_access_recovery_codes" PRIMARY KEY ("person", "code_hash"),
    CONSTRAINT "FK_access_recovery_codes_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "access_sessions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_access_sessions" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "token_hash" BLOB NOT NULL,
    "started_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "idle_until" INTEGER NOT NULL,
    "shared" INTEGER NOT NULL,
    "pending" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "FK_access_sessions_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "access_tokens" (
    "id" BLOB NOT NULL CONSTRAINT "PK_access_tokens" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BLOB NOT NULL,
    "scopes" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "last_used_on" TEXT NULL,
    CONSTRAINT "FK_access_tokens_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "audit_aliases" (
    "alias" BLOB NOT NULL CONSTRAINT "PK_audit_aliases" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "former" INTEGER NOT NULL,
    CONSTRAINT "FK_audit_aliases_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "files_uploads" (
    "id" BLOB NOT NULL CONSTRAINT "PK_files_uploads" PRIMARY KEY,
    "blob" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "FK_files_uploads_blobs_blobs_blob" FOREIGN KEY ("blob") REFERENCES "blobs_blobs" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_files_uploads_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "notifications_farewells" (
    "id" BLOB NOT NULL CONSTRAINT "PK_notifications_farewells" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "ends_at" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "told_at" INTEGER NOT NULL,
    CONSTRAINT "ck_notifications_farewells_stage" CHECK ("stage" in ('Fortnight', 'ThreeDays', 'Ended')),
    CONSTRAINT "FK_notifications_farewells_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "notifications_preferences" (
    "person" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "pace" TEXT NOT NULL,
    "chosen_at" INTEGER NOT NULL,
    CONSTRAINT "PK_notifications_preferences" PRIMARY KEY ("person", "kind"),
    CONSTRAINT "ck_notifications_preferences_kind" CHECK ("kind" in ('Mention', 'Reply', 'CommentOnMine', 'MustRead', 'NewInSpace', 'NewSignIn', 'PasswordChanged', 'ContentReported', 'SpaceGranted', 'AccessEnds', 'TeamEnds', 'ExtensionProposed', 'PartnerEnds', 'PartnerPassed', 'ConfirmTeam', 'AccountJoined', 'TakeAway', 'ClaimBroken')),
    CONSTRAINT "ck_notifications_preferences_pace" CHECK ("pace" in ('Now', 'Daily', 'Never')),
    CONSTRAINT "FK_notifications_preferences_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "notifications_quiet_times" (
    "person" BLOB NOT NULL CONSTRAINT "PK_notifications_quiet_times" PRIMARY KEY,
    "from_hour" INTEGER NOT NULL,
    "until_hour" INTEGER NOT NULL,
    "weekends" INTEGER NOT NULL,
    CONSTRAINT "FK_notifications_quiet_times_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_attestations" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_attestations" PRIMARY KEY,
    "claim" TEXT NOT NULL,
    "by" BLOB NULL,
    "at" INTEGER NOT NULL,
    "ground" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "reminded" INTEGER NOT NULL,
    CONSTRAINT "FK_privacy_attestations_register_people_by" FOREIGN KEY ("by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_holds" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_holds" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "reason" TEXT NOT NULL,
    "owner" BLOB NULL,
    "placed_at" INTEGER NOT NULL,
    "last_day" TEXT NOT NULL,
    "confirmed_by" BLOB NULL,
    "confirmed_at" INTEGER NULL,
    "end_asked_by" BLOB NULL,
    "end_asked_at" INTEGER NULL,
    "until_utc" INTEGER NOT NULL,
    CONSTRAINT "FK_privacy_holds_register_people_confirmed_by" FOREIGN KEY ("confirmed_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_end_asked_by" FOREIGN KEY ("end_asked_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_owner" FOREIGN KEY ("owner") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_holds_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_log_exports" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_log_exports" PRIMARY KEY,
    "by" BLOB NULL,
    "at" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "entries" INTEGER NOT NULL,
    CONSTRAINT "FK_privacy_log_exports_register_people_by" FOREIGN KEY ("by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_take_aways" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_take_aways" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "ordered_at" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "rooms" INTEGER NOT NULL,
    "rows" INTEGER NOT NULL,
    "files" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "goes_at" INTEGER NULL,
    "bytes" INTEGER NOT NULL,
    CONSTRAINT "ck_privacy_take_aways_state" CHECK ("state" in ('Waiting', 'Making', 'Ready', 'Failed')),
    CONSTRAINT "FK_privacy_take_aways_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_batches" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_batches" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NULL,
    "bytes" INTEGER NOT NULL,
    "digest" BLOB NULL,
    "dry_run" INTEGER NOT NULL,
    "at_once" INTEGER NOT NULL,
    "whole" INTEGER NOT NULL,
    "for_day" TEXT NULL,
    "said_at" INTEGER NULL,
    "state" TEXT NOT NULL,
    "brake" TEXT NOT NULL,
    "counts" TEXT NOT NULL,
    "live" INTEGER NOT NULL,
    "ending" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "done" INTEGER NOT NULL,
    "sent_by" BLOB NULL,
    "sent_at" INTEGER NOT NULL,
    "staged_at" INTEGER NULL,
    "decided_by" BLOB NULL,
    "decided_at" INTEGER NULL,
    "reason" TEXT NULL,
    "ended_at" INTEGER NULL,
    "claimed_until" INTEGER NOT NULL,
    CONSTRAINT "ck_register_batches_brake" CHECK ("brake" in ('None', 'Ends', 'Size')),
    CONSTRAINT "ck_register_batches_source" CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "ck_register_batches_state" CHECK ("state" in ('Received', 'Refused', 'Tried', 'Waiting', 'Applying', 'Applied', 'Rejected', 'Lapsed')),
    CONSTRAINT "FK_register_batches_register_people_decided_by" FOREIGN KEY ("decided_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_batches_register_people_sent_by" FOREIGN KEY ("sent_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_cards_a" (
    "person" BLOB NOT NULL CONSTRAINT "PK_register_cards_a" PRIMARY KEY,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "email" TEXT NULL,
    "user_id" TEXT NULL,
    "phone" TEXT NULL,
    "work_address" TEXT NULL,
    "organisation" TEXT NOT NULL,
    "hidden_at" INTEGER NULL,
    CONSTRAINT "FK_register_cards_a_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_disclosures" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_disclosures" PRIMARY KEY,
    "by" BLOB NULL,
    "at" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "registers" TEXT NOT NULL,
    "filter" TEXT NOT NULL,
    "columns" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    CONSTRAINT "FK_register_disclosures_register_people_by" FOREIGN KEY ("by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_joinings" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_joinings" PRIMARY KEY,
    "kept" BLOB NOT NULL,
    "lost" BLOB NOT NULL,
    "record" BLOB NULL,
    "state" TEXT NOT NULL,
    "seen" BLOB NULL,
    "asked_by" BLOB NULL,
    "asked_at" INTEGER NOT NULL,
    "joined_at" INTEGER NULL,
    "parted_at" INTEGER NULL,
    CONSTRAINT "ck_register_joinings_state" CHECK ("state" in ('Asked', 'Joined', 'PartAsked', 'Parted')),
    CONSTRAINT "FK_register_joinings_register_people_asked_by" FOREIGN KEY ("asked_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_joinings_register_people_kept" FOREIGN KEY ("kept") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_name_words" (
    "word" TEXT NOT NULL,
    "person" BLOB NOT NULL,
    CONSTRAINT "PK_register_name_words" PRIMARY KEY ("word", "person"),
    CONSTRAINT "FK_register_name_words_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_pictures" (
    "person" BLOB NOT NULL CONSTRAINT "PK_register_pictures" PRIMARY KEY,
    "blob" BLOB NOT NULL,
    "key" BLOB NOT NULL,
    "set_at" INTEGER NOT NULL,
    CONSTRAINT "FK_register_pictures_blobs_blobs_blob" FOREIGN KEY ("blob") REFERENCES "blobs_blobs" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_pictures_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_source_records" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_source_records" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "person" BLOB NULL,
    "state" TEXT NOT NULL,
    "last_batch" BLOB NULL,
    "said" BLOB NULL,
    CONSTRAINT "ck_register_source_records_source" CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "ck_register_source_records_state" CHECK ("state" in ('Live', 'Ended')),
    CONSTRAINT "FK_register_source_records_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_erasures" (
    "id" BLOB NOT NULL CONSTRAINT "PK_privacy_erasures" PRIMARY KEY,
    "cause" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "touched_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "months" INTEGER NOT NULL,
    "backup_days" INTEGER NOT NULL,
    "margin_days" INTEGER NOT NULL,
    "people" INTEGER NOT NULL,
    "cards" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "rooms" TEXT NOT NULL,
    "left" TEXT NOT NULL,
    "retention_class" BLOB NOT NULL,
    "digest" TEXT NULL,
    CONSTRAINT "ck_privacy_erasures_cause" CHECK ("cause" in ('Night', 'Command', 'Ledger')),
    CONSTRAINT "FK_privacy_erasures_retention_classes_retention_class" FOREIGN KEY ("retention_class") REFERENCES "retention_classes" ("id") ON DELETE RESTRICT
);


CREATE TABLE "notifications_mails" (
    "id" BLOB NOT NULL CONSTRAINT "PK_notifications_mails" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "since_utc" INTEGER NULL,
    "until_utc" INTEGER NULL,
    "day" TEXT NULL,
    "farewell" BLOB NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "done_at" INTEGER NULL,
    CONSTRAINT "ck_notifications_mails_kind" CHECK ("kind" in ('Now', 'Daily', 'Farewell')),
    CONSTRAINT "ck_notifications_mails_state" CHECK ("state" in ('Waiting', 'Sent', 'Dropped', 'Failed')),
    CONSTRAINT "FK_notifications_mails_notifications_farewells_farewell" FOREIGN KEY ("farewell") REFERENCES "notifications_farewells" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_mails_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_batch_notes" (
    "batch" BLOB NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file" TEXT NULL,
    "line" INTEGER NULL,
    "column" TEXT NULL,
    "reason_fi" TEXT NOT NULL,
    "reason_sv" TEXT NOT NULL,
    "reason_en" TEXT NOT NULL,
    CONSTRAINT "PK_register_batch_notes" PRIMARY KEY ("batch", "number"),
    CONSTRAINT "ck_register_batch_notes_kind" CHECK ("kind" in ('Error', 'Dropped', 'Remark')),
    CONSTRAINT "FK_register_batch_notes_register_batches_batch" FOREIGN KEY ("batch") REFERENCES "register_batches" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_pulls" (
    "format" TEXT NOT NULL CONSTRAINT "PK_register_pulls" PRIMARY KEY,
    "asked_at" INTEGER NOT NULL,
    "mark" TEXT NULL,
    "batch" BLOB NULL,
    CONSTRAINT "FK_register_pulls_register_batches_batch" FOREIGN KEY ("batch") REFERENCES "register_batches" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_year_changes" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_year_changes" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "feed" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "dry_run" INTEGER NOT NULL,
    "day" TEXT NOT NULL,
    "asked" TEXT NULL,
    "state" TEXT NOT NULL,
    "run" BLOB NOT NULL,
    "plan" BLOB NULL,
    "kept_at" INTEGER NULL,
    "tally" TEXT NOT NULL,
    "drift" TEXT NULL,
    "sent_by" BLOB NULL,
    "sent_at" INTEGER NOT NULL,
    "decided_by" BLOB NULL,
    "decided_at" INTEGER NULL,
    "reason" TEXT NULL,
    "ended_at" INTEGER NULL,
    CONSTRAINT "ck_register_year_changes_source" CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "ck_register_year_changes_state" CHECK ("state" in ('Reading', 'Refused', 'Tried', 'Waiting', 'Approved', 'Applying', 'Applied', 'Withdrawn', 'Replaced', 'Lapsed')),
    CONSTRAINT "FK_register_year_changes_register_batches_plan" FOREIGN KEY ("plan") REFERENCES "register_batches" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_batches_run" FOREIGN KEY ("run") REFERENCES "register_batches" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_people_decided_by" FOREIGN KEY ("decided_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_changes_register_people_sent_by" FOREIGN KEY ("sent_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_joining_moves" (
    "joining" BLOB NOT NULL,
    "table" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "keys" TEXT NOT NULL,
    CONSTRAINT "PK_register_joining_moves" PRIMARY KEY ("joining", "table", "column"),
    CONSTRAINT "FK_register_joining_moves_register_joinings_joining" FOREIGN KEY ("joining") REFERENCES "register_joinings" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_joining_values" (
    "joining" BLOB NOT NULL,
    "of_lost" INTEGER NOT NULL,
    "card" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "source_record" BLOB NULL,
    "batch" BLOB NULL,
    "received_at" INTEGER NULL,
    CONSTRAINT "PK_register_joining_values" PRIMARY KEY ("joining", "of_lost", "card", "column"),
    CONSTRAINT "ck_register_joining_values_card" CHECK ("card" in ('A', 'B')),
    CONSTRAINT "FK_register_joining_values_register_joinings_joining" FOREIGN KEY ("joining") REFERENCES "register_joinings" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_corrections" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_corrections" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "card" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "record" BLOB NULL,
    "said" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT NULL,
    "answered_by" BLOB NULL,
    "answered_at" INTEGER NULL,
    CONSTRAINT "ck_register_corrections_card" CHECK ("card" in ('A', 'B')),
    CONSTRAINT "ck_register_corrections_source" CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "ck_register_corrections_state" CHECK ("state" in ('Asked', 'Corrected', 'Settled', 'Declined')),
    CONSTRAINT "FK_register_corrections_register_people_answered_by" FOREIGN KEY ("answered_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_corrections_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_corrections_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_cuts" (
    "record" BLOB NOT NULL CONSTRAINT "PK_register_cuts" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "cut_at" INTEGER NOT NULL,
    CONSTRAINT "FK_register_cuts_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_cuts_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_origins" (
    "person" BLOB NOT NULL,
    "card" TEXT NOT NULL,
    "column" TEXT NOT NULL,
    "source_record" BLOB NOT NULL,
    "batch" BLOB NOT NULL,
    "received_at" INTEGER NOT NULL,
    CONSTRAINT "PK_register_origins" PRIMARY KEY ("person", "card", "column"),
    CONSTRAINT "ck_register_origins_card" CHECK ("card" in ('A', 'B')),
    CONSTRAINT "FK_register_origins_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_origins_register_source_records_source_record" FOREIGN KEY ("source_record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_same_tasks" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_same_tasks" PRIMARY KEY,
    "record" BLOB NOT NULL,
    "candidate" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "made_at" INTEGER NOT NULL,
    "payload" TEXT NULL,
    "said" TEXT NULL,
    "said_by" BLOB NULL,
    "decided_by" BLOB NULL,
    "decided_at" INTEGER NULL,
    CONSTRAINT "ck_register_same_tasks_said" CHECK ("said" in ('Open', 'Same', 'Apart')),
    CONSTRAINT "ck_register_same_tasks_state" CHECK ("state" in ('Open', 'Same', 'Apart')),
    CONSTRAINT "FK_register_same_tasks_register_people_candidate" FOREIGN KEY ("candidate") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_people_decided_by" FOREIGN KEY ("decided_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_people_said_by" FOREIGN KEY ("said_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_same_tasks_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_scim_users" (
    "record" BLOB NOT NULL CONSTRAINT "PK_register_scim_users" PRIMARY KEY,
    "user_name" TEXT NULL,
    "external_id" TEXT NULL,
    "phone_for" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "end_asked_at" INTEGER NULL,
    CONSTRAINT "ck_register_scim_users_phone_for" CHECK ("phone_for" in ('Work', 'Mobile')),
    CONSTRAINT "ck_register_scim_users_place" CHECK ("place" in ('Organization', 'Department', 'None')),
    CONSTRAINT "FK_register_scim_users_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
);


CREATE TABLE "privacy_erasure_tasks" (
    "person" BLOB NOT NULL,
    "what" INTEGER NOT NULL,
    "since" INTEGER NOT NULL,
    "tried_at" INTEGER NOT NULL,
    "tries" INTEGER NOT NULL,
    "run" BLOB NOT NULL,
    "rooms" TEXT NOT NULL,
    "failures" TEXT NOT NULL,
    CONSTRAINT "PK_privacy_erasure_tasks" PRIMARY KEY ("person", "what"),
    CONSTRAINT "ck_privacy_erasure_tasks_what" CHECK ("what" in (10, 20, 30)),
    CONSTRAINT "FK_privacy_erasure_tasks_privacy_erasures_run" FOREIGN KEY ("run") REFERENCES "privacy_erasures" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_privacy_erasure_tasks_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_year_contents" (
    "change" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    CONSTRAINT "PK_register_year_contents" PRIMARY KEY ("change", "kind", "key"),
    CONSTRAINT "ck_register_year_contents_kind" CHECK ("kind" in ('Unit', 'Group', 'Person')),
    CONSTRAINT "FK_register_year_contents_register_year_changes_change" FOREIGN KEY ("change") REFERENCES "register_year_changes" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "files_files" (
    "id" BLOB NOT NULL CONSTRAINT "PK_files_files" PRIMARY KEY,
    "blob" BLOB NOT NULL,
    "owner" BLOB NOT NULL,
    "audience" BLOB NOT NULL,
    "space" BLOB NOT NULL,
    "author" BLOB NULL,
    "name" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "visible_from" INTEGER NOT NULL,
    "visible_until" INTEGER NOT NULL,
    CONSTRAINT "FK_files_files_blobs_blobs_blob" FOREIGN KEY ("blob") REFERENCES "blobs_blobs" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_files_files_register_people_author" FOREIGN KEY ("author") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_files_files_spaces_audiences_audience" FOREIGN KEY ("audience") REFERENCES "spaces_audiences" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_files_files_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "notifications_notices" (
    "id" BLOB NOT NULL CONSTRAINT "PK_notifications_notices" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "thing" BLOB NOT NULL,
    "thing_kind" TEXT NOT NULL,
    "space" BLOB NULL,
    "from" BLOB NULL,
    "at" INTEGER NOT NULL,
    "read_at" INTEGER NULL,
    "mail_at" INTEGER NULL,
    "mail" BLOB NULL,
    "mailed_at" INTEGER NULL,
    CONSTRAINT "ck_notifications_notices_kind" CHECK ("kind" in ('Mention', 'Reply', 'CommentOnMine', 'MustRead', 'NewInSpace', 'NewSignIn', 'PasswordChanged', 'ContentReported', 'SpaceGranted', 'AccessEnds', 'TeamEnds', 'ExtensionProposed', 'PartnerEnds', 'PartnerPassed', 'ConfirmTeam', 'AccountJoined', 'TakeAway', 'ClaimBroken')),
    CONSTRAINT "FK_notifications_notices_notifications_mails_mail" FOREIGN KEY ("mail") REFERENCES "notifications_mails" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_notices_register_people_from" FOREIGN KEY ("from") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_notices_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_notifications_notices_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "posts_comments" (
    "id" BLOB NOT NULL CONSTRAINT "PK_posts_comments" PRIMARY KEY,
    "post" BLOB NOT NULL,
    "thread" BLOB NOT NULL,
    "thread_at" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "author" BLOB NULL,
    "former" BLOB NULL,
    "body" TEXT NOT NULL,
    "edited_at" INTEGER NULL,
    "removed_at" INTEGER NULL,
    "hidden_at" INTEGER NULL,
    "hidden_by" BLOB NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "FK_posts_comments_register_people_author" FOREIGN KEY ("author") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_comments_register_people_hidden_by" FOREIGN KEY ("hidden_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_comments_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT
);


CREATE TABLE "posts_confirmations" (
    "post" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_posts_confirmations" PRIMARY KEY ("post", "person"),
    CONSTRAINT "FK_posts_confirmations_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_confirmations_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "posts_drafts" (
    "post" BLOB NOT NULL CONSTRAINT "PK_posts_drafts" PRIMARY KEY,
    "author" BLOB NOT NULL,
    "space" BLOB NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "rest" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    CONSTRAINT "FK_posts_drafts_register_people_author" FOREIGN KEY ("author") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_drafts_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "posts_former_mentions" (
    "post" BLOB NOT NULL,
    "former" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_posts_former_mentions" PRIMARY KEY ("post", "former"),
    CONSTRAINT "FK_posts_former_mentions_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "posts_mentions" (
    "source" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    "post" BLOB NOT NULL,
    "told" INTEGER NOT NULL,
    CONSTRAINT "PK_posts_mentions" PRIMARY KEY ("source", "person"),
    CONSTRAINT "FK_posts_mentions_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_mentions_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "posts_posts" (
    "id" BLOB NOT NULL CONSTRAINT "PK_posts_posts" PRIMARY KEY,
    "audience" BLOB NOT NULL,
    "space" BLOB NOT NULL,
    "author" BLOB NULL,
    "former" BLOB NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "published_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "edited_at" INTEGER NULL,
    "audience_changed_at" INTEGER NULL,
    "pinned" INTEGER NOT NULL,
    "must_read_until" INTEGER NULL,
    "hidden_at" INTEGER NULL,
    "hidden_by" BLOB NULL,
    "announced" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "cut" INTEGER NOT NULL,
    CONSTRAINT "FK_posts_posts_register_people_author" FOREIGN KEY ("author") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_posts_register_people_hidden_by" FOREIGN KEY ("hidden_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_posts_spaces_audiences_audience" FOREIGN KEY ("audience") REFERENCES "spaces_audiences" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_posts_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "posts_reactions" (
    "post" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "PK_posts_reactions" PRIMARY KEY ("post", "kind", "person"),
    CONSTRAINT "ck_posts_reactions_kind" CHECK ("kind" in ('Thanks', 'Agree', 'Idea', 'Congratulations')),
    CONSTRAINT "FK_posts_reactions_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_reactions_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "posts_revisions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_posts_revisions" PRIMARY KEY,
    "post" BLOB NOT NULL,
    "at" INTEGER NOT NULL,
    "by" BLOB NULL,
    "former" BLOB NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "FK_posts_revisions_posts_posts_post" FOREIGN KEY ("post") REFERENCES "posts_posts" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_posts_revisions_register_people_by" FOREIGN KEY ("by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_assignments" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_assignments" PRIMARY KEY,
    "person" BLOB NOT NULL,
    "population" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "unit" BLOB NULL,
    "organ" BLOB NULL,
    "duty" BLOB NULL,
    "stands_in_for" BLOB NULL,
    "source" TEXT NOT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "record" BLOB NULL,
    "key" TEXT NULL,
    CONSTRAINT "AK_register_assignments_id_population_last_day" UNIQUE ("id", "population", "last_day"),
    CONSTRAINT "ck_register_assignments_days" CHECK (first_day <= last_day),
    CONSTRAINT "ck_register_assignments_kind" CHECK ("kind" in ('Regular', 'Substitute', 'Deputy')),
    CONSTRAINT "ck_register_assignments_population" CHECK ("population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT "ck_register_assignments_source" CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator', 'Scim', 'Ldap')),
    CONSTRAINT "FK_register_assignments_register_assignments_stands_in_for" FOREIGN KEY ("stands_in_for") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_groups_duty" FOREIGN KEY ("duty") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_groups_organ" FOREIGN KEY ("organ") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_units_unit" FOREIGN KEY ("unit") REFERENCES "register_units" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_authorities" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_authorities" PRIMARY KEY,
    "assignment" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NULL,
    "from_utc" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "granted_by" BLOB NULL,
    CONSTRAINT "ck_register_authorities_kind" CHECK ("kind" in ('RegisterAdministrator', 'SourceSteward', 'DataProtectionOfficer', 'SecurityOfficer', 'Operator')),
    CONSTRAINT "FK_register_authorities_register_assignments_assignment" FOREIGN KEY ("assignment") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_authorities_register_people_granted_by" FOREIGN KEY ("granted_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_confirmations" (
    "assignment" BLOB NOT NULL,
    "round" TEXT NOT NULL,
    "confirmed_by" BLOB NULL,
    "confirmed_at" INTEGER NOT NULL,
    CONSTRAINT "PK_register_confirmations" PRIMARY KEY ("assignment", "round"),
    CONSTRAINT "FK_register_confirmations_register_assignments_assignment" FOREIGN KEY ("assignment") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_confirmations_register_people_confirmed_by" FOREIGN KEY ("confirmed_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_extensions" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_extensions" PRIMARY KEY,
    "assignment" BLOB NOT NULL,
    "last_day" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_by" BLOB NULL,
    "proposed_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "decided_by" BLOB NULL,
    "decided_at" INTEGER NULL,
    CONSTRAINT "ck_register_extensions_state" CHECK ("state" in ('Proposed', 'Done', 'Declined', 'Withdrawn')),
    CONSTRAINT "FK_register_extensions_register_assignments_assignment" FOREIGN KEY ("assignment") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_extensions_register_people_decided_by" FOREIGN KEY ("decided_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_extensions_register_people_proposed_by" FOREIGN KEY ("proposed_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_invitations" (
    "assignment" BLOB NOT NULL CONSTRAINT "PK_register_invitations" PRIMARY KEY,
    "record" BLOB NOT NULL,
    "sponsor" BLOB NOT NULL,
    "deputy" BLOB NULL,
    "contract" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    CONSTRAINT "FK_register_invitations_register_assignments_deputy" FOREIGN KEY ("deputy") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_invitations_register_assignments_sponsor" FOREIGN KEY ("sponsor") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_invitations_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_sponsorships" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_sponsorships" PRIMARY KEY,
    "assignment" BLOB NOT NULL,
    "sponsor_assignment" BLOB NOT NULL,
    "sponsor_population" TEXT NOT NULL,
    "sponsor_ends_on" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "from_utc" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "agreed_until" TEXT NOT NULL,
    "contract_reference" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "deputy" BLOB NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NULL,
    "told_by" BLOB NULL,
    "told_at" INTEGER NOT NULL,
    "reminded" INTEGER NOT NULL,
    CONSTRAINT "ck_register_sponsorships_kind" CHECK ("kind" in ('Invited', 'Renewed', 'Passed', 'Acting', 'TakenOver')),
    CONSTRAINT "ck_register_sponsorships_sponsor_population" CHECK ("sponsor_population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT "ck_register_sponsorships_staff" CHECK (sponsor_population = 'Staff'),
    CONSTRAINT "ck_register_sponsorships_within" CHECK (ends_on <= sponsor_ends_on),
    CONSTRAINT "ck_register_sponsorships_year" CHECK (ends_on <= date(starts_on, '+12 months')),
    CONSTRAINT "FK_register_sponsorships_register_assignments_assignment" FOREIGN KEY ("assignment") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_assignments_deputy" FOREIGN KEY ("deputy") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_assignments_sponsor_assignment_sponsor_population_sponsor_ends_on" FOREIGN KEY ("sponsor_assignment", "sponsor_population", "sponsor_ends_on") REFERENCES "register_assignments" ("id", "population", "last_day") ON UPDATE CASCADE ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_people_told_by" FOREIGN KEY ("told_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_year_bridges" (
    "change" BLOB NOT NULL,
    "assignment" BLOB NOT NULL,
    "last_day" TEXT NOT NULL,
    "through" TEXT NOT NULL,
    CONSTRAINT "PK_register_year_bridges" PRIMARY KEY ("change", "assignment"),
    CONSTRAINT "FK_register_year_bridges_register_assignments_assignment" FOREIGN KEY ("assignment") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_year_bridges_register_year_changes_change" FOREIGN KEY ("change") REFERENCES "register_year_changes" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_cards_b" (
    "person" BLOB NOT NULL CONSTRAINT "PK_register_cards_b" PRIMARY KEY,
    "given_name" TEXT NOT NULL,
    "family_name" TEXT NOT NULL,
    "user_id" TEXT NULL,
    "email" TEXT NULL,
    "school" BLOB NOT NULL,
    "class_name" TEXT NULL,
    "institution_code" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "hidden_at" INTEGER NULL,
    CONSTRAINT "ck_register_cards_b_role" CHECK ("role" in ('Staff', 'Pupil', 'Student')),
    CONSTRAINT "FK_register_cards_b_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_cards_b_register_units_school" FOREIGN KEY ("school") REFERENCES "register_units" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_group_members" (
    "person" BLOB NOT NULL,
    "group" BLOB NOT NULL,
    "cause" BLOB NOT NULL,
    "because" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "from_utc" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "granted_until" INTEGER NULL,
    "while_staff" INTEGER NOT NULL,
    "deputy" INTEGER NOT NULL,
    CONSTRAINT "PK_register_group_members" PRIMARY KEY ("person", "group", "cause"),
    CONSTRAINT "ck_register_group_members_because" CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open', 'Head')),
    CONSTRAINT "FK_register_group_members_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_group_members_register_groups_group" FOREIGN KEY ("group") REFERENCES "register_groups" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_groups" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_groups" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "code" TEXT NULL,
    "unit" BLOB NULL,
    "close" INTEGER NOT NULL,
    CONSTRAINT "ck_register_groups_kind" CHECK ("kind" in ('Unit', 'Organ', 'School', 'Class', 'Teaching', 'Duty', 'SpaceMembers', 'Audience', 'HandMade', 'Head')),
    CONSTRAINT "FK_register_groups_register_units_unit" FOREIGN KEY ("unit") REFERENCES "register_units" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_inclusions" (
    "whole" BLOB NOT NULL,
    "part" BLOB NOT NULL,
    "from_utc" INTEGER NOT NULL,
    "because" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "deputies" INTEGER NOT NULL,
    CONSTRAINT "PK_register_inclusions" PRIMARY KEY ("whole", "part", "from_utc"),
    CONSTRAINT "ck_register_inclusions_because" CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open', 'Head')),
    CONSTRAINT "FK_register_inclusions_register_groups_part" FOREIGN KEY ("part") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_inclusions_register_groups_whole" FOREIGN KEY ("whole") REFERENCES "register_groups" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_scim_groups" (
    "group" BLOB NOT NULL CONSTRAINT "PK_register_scim_groups" PRIMARY KEY,
    "external_id" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "changed_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    CONSTRAINT "FK_register_scim_groups_register_groups_group" FOREIGN KEY ("group") REFERENCES "register_groups" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_units" (
    "id" BLOB NOT NULL CONSTRAINT "PK_register_units" PRIMARY KEY,
    "parent" BLOB NULL,
    "kind" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "institution_code" TEXT NULL,
    "address" TEXT NULL,
    "head" BLOB NULL,
    "group" BLOB NOT NULL,
    CONSTRAINT "ck_register_units_kind" CHECK ("kind" in ('City', 'Division', 'ServiceArea', 'Unit', 'School')),
    CONSTRAINT "FK_register_units_register_assignments_head" FOREIGN KEY ("head") REFERENCES "register_assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_units_register_groups_group" FOREIGN KEY ("group") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_units_register_units_parent" FOREIGN KEY ("parent") REFERENCES "register_units" ("id") ON DELETE RESTRICT
);


CREATE TABLE "spaces_audiences" (
    "id" BLOB NOT NULL CONSTRAINT "PK_spaces_audiences" PRIMARY KEY,
    "space" BLOB NOT NULL,
    "space_group" BLOB NOT NULL,
    "group" BLOB NOT NULL,
    "key" TEXT NOT NULL,
    CONSTRAINT "FK_spaces_audiences_register_groups_group" FOREIGN KEY ("group") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_audiences_register_groups_space_group" FOREIGN KEY ("space_group") REFERENCES "register_groups" ("id") ON DELETE RESTRICT
);


CREATE TABLE "register_staged" (
    "batch" BLOB NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "turn" INTEGER NOT NULL,
    "unit" BLOB NULL,
    "record" BLOB NULL,
    "person" BLOB NULL,
    "digest" BLOB NULL,
    "payload" TEXT NULL,
    "fields" TEXT NULL,
    "move" TEXT NULL,
    "from" BLOB NULL,
    "unseen" INTEGER NOT NULL,
    CONSTRAINT "PK_register_staged" PRIMARY KEY ("batch", "key"),
    CONSTRAINT "ck_register_staged_kind" CHECK ("kind" in ('New', 'Returns', 'Changed', 'Ends', 'Unclear', 'Heard')),
    CONSTRAINT "ck_register_staged_move" CHECK ("move" in ('Arrives', 'Leaves', 'MovesSchool', 'MovesClass', 'MovesUp', 'Groups', 'StaffArrives', 'StaffLeaves', 'StaffMoves', 'StaffGroups', 'Details', 'Unclear')),
    CONSTRAINT "FK_register_staged_register_batches_batch" FOREIGN KEY ("batch") REFERENCES "register_batches" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_source_records_record" FOREIGN KEY ("record") REFERENCES "register_source_records" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_units_from" FOREIGN KEY ("from") REFERENCES "register_units" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_register_units_unit" FOREIGN KEY ("unit") REFERENCES "register_units" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "register_staged_groups" (
    "batch" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name_fi" TEXT NOT NULL,
    "name_sv" TEXT NOT NULL,
    "unit" BLOB NULL,
    "group" BLOB NOT NULL,
    "change" TEXT NOT NULL,
    CONSTRAINT "PK_register_staged_groups" PRIMARY KEY ("batch", "kind", "code"),
    CONSTRAINT "ck_register_staged_groups_change" CHECK ("change" in ('New', 'Renamed', 'Ended')),
    CONSTRAINT "ck_register_staged_groups_kind" CHECK ("kind" in ('Unit', 'Organ', 'School', 'Class', 'Teaching', 'Duty', 'SpaceMembers', 'Audience', 'HandMade', 'Head')),
    CONSTRAINT "FK_register_staged_groups_register_batches_batch" FOREIGN KEY ("batch") REFERENCES "register_batches" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_register_staged_groups_register_units_unit" FOREIGN KEY ("unit") REFERENCES "register_units" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "spaces_spaces" (
    "id" BLOB NOT NULL CONSTRAINT "PK_spaces_spaces" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "confidentiality" INTEGER NOT NULL,
    "retention_class" BLOB NOT NULL,
    "unit" BLOB NOT NULL,
    "members" BLOB NOT NULL,
    "deputies" INTEGER NOT NULL,
    "audience" BLOB NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ck_spaces_spaces_confidentiality" CHECK ("confidentiality" in (10, 20, 30)),
    CONSTRAINT "FK_spaces_spaces_register_groups_members" FOREIGN KEY ("members") REFERENCES "register_groups" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_register_units_unit" FOREIGN KEY ("unit") REFERENCES "register_units" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_retention_classes_retention_class" FOREIGN KEY ("retention_class") REFERENCES "retention_classes" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_spaces_spaces_audiences_audience" FOREIGN KEY ("audience") REFERENCES "spaces_audiences" ("id") ON DELETE RESTRICT
);


CREATE TABLE "spaces_arrivals" (
    "id" BLOB NOT NULL CONSTRAINT "PK_spaces_arrivals" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "audience" BLOB NOT NULL,
    "space" BLOB NOT NULL,
    "author" BLOB NULL,
    "at" INTEGER NOT NULL,
    "until_utc" INTEGER NOT NULL,
    "must_read_until" INTEGER NULL,
    "pinned" INTEGER NOT NULL,
    "announced" INTEGER NOT NULL,
    CONSTRAINT "FK_spaces_arrivals_register_people_author" FOREIGN KEY ("author") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_audiences_audience" FOREIGN KEY ("audience") REFERENCES "spaces_audiences" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "spaces_inheritances" (
    "space" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    "from_utc" INTEGER NOT NULL,
    "told_at" INTEGER NOT NULL,
    CONSTRAINT "PK_spaces_inheritances" PRIMARY KEY ("space", "person", "from_utc"),
    CONSTRAINT "FK_spaces_inheritances_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_inheritances_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "spaces_read_marks" (
    "person" BLOB NOT NULL,
    "space" BLOB NOT NULL,
    "seen_until" INTEGER NOT NULL,
    CONSTRAINT "PK_spaces_read_marks" PRIMARY KEY ("person", "space"),
    CONSTRAINT "FK_spaces_read_marks_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_read_marks_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE TABLE "spaces_reports" (
    "id" BLOB NOT NULL CONSTRAINT "PK_spaces_reports" PRIMARY KEY,
    "space" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "thing" BLOB NOT NULL,
    "audience" BLOB NOT NULL,
    "reporter" BLOB NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "handled_at" INTEGER NULL,
    "handled_by" BLOB NULL,
    CONSTRAINT "FK_spaces_reports_register_people_handled_by" FOREIGN KEY ("handled_by") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_register_people_reporter" FOREIGN KEY ("reporter") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_spaces_audiences_audience" FOREIGN KEY ("audience") REFERENCES "spaces_audiences" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_reports_spaces_spaces_space" FOREIGN KEY ("space") REFERENCES "spaces_spaces" ("id") ON DELETE RESTRICT
);


CREATE TABLE "spaces_report_readers" (
    "report" BLOB NOT NULL,
    "person" BLOB NOT NULL,
    CONSTRAINT "PK_spaces_report_readers" PRIMARY KEY ("report", "person"),
    CONSTRAINT "FK_spaces_report_readers_register_people_person" FOREIGN KEY ("person") REFERENCES "register_people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_report_readers_spaces_reports_report" FOREIGN KEY ("report") REFERENCES "spaces_reports" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;


CREATE UNIQUE INDEX "IX_access_accounts_folded" ON "access_accounts" ("folded");


CREATE INDEX "IX_access_attempts_last_at" ON "access_attempts" ("last_at");


CREATE INDEX "IX_access_codes_code_hash" ON "access_codes" ("code_hash");


CREATE INDEX "IX_access_codes_issued_by" ON "access_codes" ("issued_by");


CREATE INDEX "IX_access_codes_person_kind" ON "access_codes" ("person", "kind");


CREATE INDEX "IX_access_devices_last_at" ON "access_devices" ("last_at");


CREATE INDEX "IX_access_sessions_person" ON "access_sessions" ("person");


CREATE UNIQUE INDEX "IX_access_sessions_token_hash" ON "access_sessions" ("token_hash");


CREATE INDEX "IX_access_sessions_until_utc" ON "access_sessions" ("until_utc");


CREATE INDEX "IX_access_tokens_person" ON "access_tokens" ("person");


CREATE UNIQUE INDEX "IX_access_tokens_token_hash" ON "access_tokens" ("token_hash");


CREATE INDEX "IX_audit_aliases_person" ON "audit_aliases" ("person");


CREATE INDEX "IX_audit_entries_at_id" ON "audit_entries" ("at", "id");


CREATE INDEX "IX_audit_entries_by_at" ON "audit_entries" ("by", "at");


CREATE INDEX "IX_audit_entries_space_at" ON "audit_entries" ("space", "at");


CREATE INDEX "IX_audit_entries_subject_at" ON "audit_entries" ("subject", "at");


CREATE UNIQUE INDEX "IX_audit_links_entry" ON "audit_links" ("entry");


CREATE INDEX "IX_audit_seals_class_day" ON "audit_seals" ("class", "day");


CREATE INDEX "IX_audit_verifications_ended_at" ON "audit_verifications" ("ended_at");


CREATE INDEX "IX_backup_snapshots_at" ON "backup_snapshots" ("at");


CREATE INDEX "IX_blobs_blobs_media_received_at" ON "blobs_blobs" ("media", "received_at");


CREATE INDEX "IX_blobs_blobs_sha256" ON "blobs_blobs" ("sha256");


CREATE INDEX "IX_blobs_blobs_state_received_at" ON "blobs_blobs" ("state", "received_at");


CREATE INDEX "IX_blobs_renditions_sha256" ON "blobs_renditions" ("sha256");


CREATE INDEX "IX_files_files_audience" ON "files_files" ("audience");


CREATE INDEX "IX_files_files_author" ON "files_files" ("author");


CREATE INDEX "IX_files_files_blob" ON "files_files" ("blob");


CREATE INDEX "IX_files_files_owner_ordinal" ON "files_files" ("owner", "ordinal");


CREATE INDEX "IX_files_files_space" ON "files_files" ("space");


CREATE INDEX "IX_files_uploads_at" ON "files_uploads" ("at");


CREATE INDEX "IX_files_uploads_blob" ON "files_uploads" ("blob");


CREATE INDEX "IX_files_uploads_person" ON "files_uploads" ("person");


CREATE UNIQUE INDEX "IX_notifications_farewells_person_ends_at_stage" ON "notifications_farewells" ("person", "ends_at", "stage");


CREATE INDEX "IX_notifications_mails_farewell" ON "notifications_mails" ("farewell");


CREATE UNIQUE INDEX "IX_notifications_mails_person_day" ON "notifications_mails" ("person", "day");


CREATE INDEX "IX_notifications_mails_person_made_at" ON "notifications_mails" ("person", "made_at");


CREATE INDEX "IX_notifications_mails_state_due_at" ON "notifications_mails" ("state", "due_at");


CREATE INDEX "IX_notifications_notices_at" ON "notifications_notices" ("at");


CREATE INDEX "IX_notifications_notices_from" ON "notifications_notices" ("from");


CREATE INDEX "IX_notifications_notices_mail" ON "notifications_notices" ("mail");


CREATE INDEX "IX_notifications_notices_mail_at" ON "notifications_notices" ("mail_at");


CREATE INDEX "IX_notifications_notices_person_at_id" ON "notifications_notices" ("person", "at", "id");


CREATE INDEX "IX_notifications_notices_person_read_at" ON "notifications_notices" ("person", "read_at");


CREATE INDEX "IX_notifications_notices_space" ON "notifications_notices" ("space");


CREATE INDEX "IX_notifications_preferences_kind_pace" ON "notifications_preferences" ("kind", "pace");


CREATE INDEX "IX_posts_comments_author" ON "posts_comments" ("author");


CREATE INDEX "IX_posts_comments_hidden_by" ON "posts_comments" ("hidden_by");


CREATE INDEX "IX_posts_comments_post_thread_at_thread_at_id" ON "posts_comments" ("post", "thread_at", "thread", "at", "id");


CREATE INDEX "IX_posts_confirmations_person" ON "posts_confirmations" ("person");


CREATE INDEX "IX_posts_drafts_author_saved_at" ON "posts_drafts" ("author", "saved_at");


CREATE INDEX "IX_posts_drafts_saved_at" ON "posts_drafts" ("saved_at");


CREATE INDEX "IX_posts_drafts_space" ON "posts_drafts" ("space");


CREATE INDEX "IX_posts_mentions_person" ON "posts_mentions" ("person");


CREATE INDEX "IX_posts_mentions_post" ON "posts_mentions" ("post");


CREATE INDEX "IX_posts_posts_announced_published_at" ON "posts_posts" ("announced", "published_at");


CREATE INDEX "IX_posts_posts_audience" ON "posts_posts" ("audience");


CREATE INDEX "IX_posts_posts_author" ON "posts_posts" ("author");


CREATE INDEX "IX_posts_posts_hidden_by" ON "posts_posts" ("hidden_by");


CREATE INDEX "IX_posts_posts_space_published_at_id" ON "posts_posts" ("space", "published_at", "id");


CREATE INDEX "IX_posts_reactions_person" ON "posts_reactions" ("person");


CREATE INDEX "IX_posts_revisions_by" ON "posts_revisions" ("by");


CREATE INDEX "IX_posts_revisions_post_at" ON "posts_revisions" ("post", "at");


CREATE INDEX "IX_privacy_attestations_by" ON "privacy_attestations" ("by");


CREATE INDEX "IX_privacy_attestations_claim_until_utc" ON "privacy_attestations" ("claim", "until_utc");


CREATE INDEX "IX_privacy_claim_runs_at" ON "privacy_claim_runs" ("at");


CREATE INDEX "IX_privacy_claim_runs_key_at" ON "privacy_claim_runs" ("key", "at");


CREATE INDEX "IX_privacy_erasure_tasks_run" ON "privacy_erasure_tasks" ("run");


CREATE INDEX "IX_privacy_erasures_begun_at" ON "privacy_erasures" ("begun_at");


CREATE INDEX "IX_privacy_erasures_retention_class" ON "privacy_erasures" ("retention_class");


CREATE INDEX "IX_privacy_erasures_touched_at" ON "privacy_erasures" ("touched_at") WHERE ended_at is null;


CREATE INDEX "IX_privacy_holds_confirmed_by" ON "privacy_holds" ("confirmed_by");


CREATE INDEX "IX_privacy_holds_end_asked_by" ON "privacy_holds" ("end_asked_by");


CREATE INDEX "IX_privacy_holds_owner" ON "privacy_holds" ("owner");


CREATE INDEX "IX_privacy_holds_person" ON "privacy_holds" ("person");


CREATE INDEX "IX_privacy_holds_until_utc" ON "privacy_holds" ("until_utc");


CREATE INDEX "IX_privacy_log_exports_at" ON "privacy_log_exports" ("at");


CREATE INDEX "IX_privacy_log_exports_by_at" ON "privacy_log_exports" ("by", "at");


CREATE INDEX "IX_privacy_take_aways_goes_at" ON "privacy_take_aways" ("goes_at");


CREATE UNIQUE INDEX "IX_privacy_take_aways_person" ON "privacy_take_aways" ("person");


CREATE INDEX "IX_privacy_take_aways_state_ordered_at" ON "privacy_take_aways" ("state", "ordered_at");


CREATE INDEX "IX_register_assignments_duty" ON "register_assignments" ("duty");


CREATE INDEX "IX_register_assignments_organ" ON "register_assignments" ("organ");


CREATE INDEX "IX_register_assignments_person_until_utc" ON "register_assignments" ("person", "until_utc");


CREATE INDEX "IX_register_assignments_record" ON "register_assignments" ("record");


CREATE INDEX "IX_register_assignments_stands_in_for" ON "register_assignments" ("stands_in_for");


CREATE INDEX "IX_register_assignments_unit" ON "register_assignments" ("unit");


CREATE INDEX "IX_register_assignments_until_utc" ON "register_assignments" ("until_utc");


CREATE INDEX "IX_register_authorities_assignment" ON "register_authorities" ("assignment");


CREATE INDEX "IX_register_authorities_granted_by" ON "register_authorities" ("granted_by");


CREATE INDEX "IX_register_batches_decided_by" ON "register_batches" ("decided_by");


CREATE INDEX "IX_register_batches_sent_by" ON "register_batches" ("sent_by");


CREATE INDEX "IX_register_batches_source_feed_sent_at" ON "register_batches" ("source", "feed", "sent_at");


CREATE INDEX "IX_register_batches_state_sent_at" ON "register_batches" ("state", "sent_at");


CREATE INDEX "IX_register_cards_a_email" ON "register_cards_a" ("email");


CREATE INDEX "IX_register_cards_a_hidden_at" ON "register_cards_a" ("hidden_at") WHERE hidden_at is not null;


CREATE INDEX "IX_register_cards_a_user_id" ON "register_cards_a" ("user_id");


CREATE INDEX "IX_register_cards_b_email" ON "register_cards_b" ("email");


CREATE INDEX "IX_register_cards_b_hidden_at" ON "register_cards_b" ("hidden_at") WHERE hidden_at is not null;


CREATE INDEX "IX_register_cards_b_school" ON "register_cards_b" ("school");


CREATE INDEX "IX_register_cards_b_user_id" ON "register_cards_b" ("user_id");


CREATE INDEX "IX_register_confirmations_confirmed_by" ON "register_confirmations" ("confirmed_by");


CREATE INDEX "IX_register_corrections_answered_by" ON "register_corrections" ("answered_by");


CREATE INDEX "IX_register_corrections_person_state" ON "register_corrections" ("person", "state");


CREATE INDEX "IX_register_corrections_record" ON "register_corrections" ("record");


CREATE INDEX "IX_register_corrections_source_state_asked_at" ON "register_corrections" ("source", "state", "asked_at");


CREATE INDEX "IX_register_cuts_person" ON "register_cuts" ("person");


CREATE INDEX "IX_register_disclosures_at_id" ON "register_disclosures" ("at", "id");


CREATE INDEX "IX_register_disclosures_by_at" ON "register_disclosures" ("by", "at");


CREATE INDEX "IX_register_extensions_assignment" ON "register_extensions" ("assignment");


CREATE INDEX "IX_register_extensions_decided_by" ON "register_extensions" ("decided_by");


CREATE INDEX "IX_register_extensions_proposed_by" ON "register_extensions" ("proposed_by");


CREATE INDEX "IX_register_extensions_state_proposed_at" ON "register_extensions" ("state", "proposed_at");


CREATE INDEX "IX_register_group_members_cause" ON "register_group_members" ("cause");


CREATE INDEX "IX_register_group_members_group_until_utc" ON "register_group_members" ("group", "until_utc");


CREATE UNIQUE INDEX "IX_register_groups_kind_code" ON "register_groups" ("kind", "code");


CREATE INDEX "IX_register_groups_unit" ON "register_groups" ("unit");


CREATE INDEX "IX_register_inclusions_part_because" ON "register_inclusions" ("part", "because");


CREATE INDEX "IX_register_invitations_deputy" ON "register_invitations" ("deputy");


CREATE INDEX "IX_register_invitations_record" ON "register_invitations" ("record");


CREATE INDEX "IX_register_invitations_sponsor" ON "register_invitations" ("sponsor");


CREATE INDEX "IX_register_joinings_asked_by" ON "register_joinings" ("asked_by");


CREATE INDEX "IX_register_joinings_kept" ON "register_joinings" ("kept");


CREATE INDEX "IX_register_joinings_lost" ON "register_joinings" ("lost");


CREATE INDEX "IX_register_name_words_person_word" ON "register_name_words" ("person", "word");


CREATE INDEX "IX_register_origins_source_record" ON "register_origins" ("source_record");


CREATE INDEX "IX_register_people_sort_key_id" ON "register_people" ("sort_key", "id");


CREATE INDEX "IX_register_people_used_until" ON "register_people" ("used_until");


CREATE INDEX "IX_register_pictures_blob" ON "register_pictures" ("blob");


CREATE INDEX "IX_register_pulls_batch" ON "register_pulls" ("batch");


CREATE INDEX "IX_register_same_tasks_candidate" ON "register_same_tasks" ("candidate");


CREATE INDEX "IX_register_same_tasks_decided_by" ON "register_same_tasks" ("decided_by");


CREATE UNIQUE INDEX "IX_register_same_tasks_record_candidate" ON "register_same_tasks" ("record", "candidate");


CREATE INDEX "IX_register_same_tasks_said_by" ON "register_same_tasks" ("said_by");


CREATE UNIQUE INDEX "IX_register_scim_groups_external_id" ON "register_scim_groups" ("external_id");


CREATE UNIQUE INDEX "IX_register_scim_tokens_token_hash" ON "register_scim_tokens" ("token_hash");


CREATE INDEX "IX_register_scim_users_end_asked_at" ON "register_scim_users" ("end_asked_at") WHERE end_asked_at is not null;


CREATE UNIQUE INDEX "IX_register_scim_users_user_name" ON "register_scim_users" ("user_name");


CREATE INDEX "IX_register_source_records_key" ON "register_source_records" ("key");


CREATE INDEX "IX_register_source_records_person" ON "register_source_records" ("person");


CREATE UNIQUE INDEX "IX_register_source_records_source_feed_key" ON "register_source_records" ("source", "feed", "key");


CREATE INDEX "IX_register_sponsorships_assignment_from_utc" ON "register_sponsorships" ("assignment", "from_utc");


CREATE INDEX "IX_register_sponsorships_deputy" ON "register_sponsorships" ("deputy");


CREATE INDEX "IX_register_sponsorships_sponsor_assignment_sponsor_population_sponsor_ends_on" ON "register_sponsorships" ("sponsor_assignment", "sponsor_population", "sponsor_ends_on");


CREATE INDEX "IX_register_sponsorships_told_by" ON "register_sponsorships" ("told_by");


CREATE INDEX "IX_register_sponsorships_until_utc" ON "register_sponsorships" ("until_utc");


CREATE INDEX "IX_register_staged_batch_kind_key" ON "register_staged" ("batch", "kind", "key");


CREATE INDEX "IX_register_staged_batch_turn_unit_key" ON "register_staged" ("batch", "turn", "unit", "key");


CREATE INDEX "IX_register_staged_from" ON "register_staged" ("from");


CREATE INDEX "IX_register_staged_person" ON "register_staged" ("person");


CREATE INDEX "IX_register_staged_record" ON "register_staged" ("record");


CREATE INDEX "IX_register_staged_unit" ON "register_staged" ("unit");


CREATE INDEX "IX_register_staged_groups_unit" ON "register_staged_groups" ("unit");


CREATE INDEX "IX_register_units_group" ON "register_units" ("group");


CREATE INDEX "IX_register_units_head" ON "register_units" ("head");


CREATE UNIQUE INDEX "IX_register_units_institution_code" ON "register_units" ("institution_code");


CREATE INDEX "IX_register_units_parent" ON "register_units" ("parent");


CREATE INDEX "IX_register_year_bridges_assignment" ON "register_year_bridges" ("assignment");


CREATE INDEX "IX_register_year_changes_decided_by" ON "register_year_changes" ("decided_by");


CREATE INDEX "IX_register_year_changes_plan" ON "register_year_changes" ("plan");


CREATE INDEX "IX_register_year_changes_run" ON "register_year_changes" ("run");


CREATE INDEX "IX_register_year_changes_sent_at" ON "register_year_changes" ("sent_at");


CREATE INDEX "IX_register_year_changes_sent_by" ON "register_year_changes" ("sent_by");


CREATE INDEX "IX_register_year_changes_state_day" ON "register_year_changes" ("state", "day");


CREATE UNIQUE INDEX "IX_retention_classes_code" ON "retention_classes" ("code");


CREATE INDEX "IX_spaces_arrivals_at" ON "spaces_arrivals" ("at") WHERE announced = 0;


CREATE INDEX "IX_spaces_arrivals_audience_at_id_until_utc_author" ON "spaces_arrivals" ("audience", "at", "id", "until_utc", "author");


CREATE INDEX "IX_spaces_arrivals_audience_must_read_until" ON "spaces_arrivals" ("audience", "must_read_until") WHERE must_read_until is not null;


CREATE INDEX "IX_spaces_arrivals_author" ON "spaces_arrivals" ("author");


CREATE INDEX "IX_spaces_arrivals_space_at_id" ON "spaces_arrivals" ("space", "at", "id");


CREATE INDEX "IX_spaces_audiences_group" ON "spaces_audiences" ("group");


CREATE INDEX "IX_spaces_audiences_space_group" ON "spaces_audiences" ("space_group");


CREATE UNIQUE INDEX "IX_spaces_audiences_space_key" ON "spaces_audiences" ("space", "key");


CREATE INDEX "IX_spaces_inheritances_person" ON "spaces_inheritances" ("person");


CREATE INDEX "IX_spaces_read_marks_space" ON "spaces_read_marks" ("space");


CREATE INDEX "IX_spaces_report_readers_person" ON "spaces_report_readers" ("person");


CREATE INDEX "IX_spaces_reports_audience" ON "spaces_reports" ("audience");


CREATE INDEX "IX_spaces_reports_handled_by" ON "spaces_reports" ("handled_by");


CREATE INDEX "IX_spaces_reports_reporter" ON "spaces_reports" ("reporter");


CREATE INDEX "IX_spaces_reports_space_handled_at_at" ON "spaces_reports" ("space", "handled_at", "at");


CREATE INDEX "IX_spaces_spaces_audience" ON "spaces_spaces" ("audience");


CREATE UNIQUE INDEX "IX_spaces_spaces_members" ON "spaces_spaces" ("members");


CREATE INDEX "IX_spaces_spaces_retention_class" ON "spaces_spaces" ("retention_class");


CREATE INDEX "IX_spaces_spaces_unit" ON "spaces_spaces" ("unit");




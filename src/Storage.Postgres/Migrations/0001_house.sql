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
    CONSTRAINT "PK_audit_entries" PRIMARY KEY (id),
    CONSTRAINT ck_audit_entries_outcome CHECK ("outcome" in ('Done', 'Refused'))
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


CREATE TABLE register_people (
    id uuid NOT NULL,
    shielded boolean NOT NULL,
    language character varying(2) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sort_key bytea NOT NULL,
    version integer NOT NULL,
    CONSTRAINT "PK_register_people" PRIMARY KEY (id)
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


CREATE TABLE audit_aliases (
    person uuid NOT NULL,
    alias uuid NOT NULL,
    CONSTRAINT "PK_audit_aliases" PRIMARY KEY (person),
    CONSTRAINT "FK_audit_aliases_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
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


CREATE TABLE register_name_words (
    word character varying(80) NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT "PK_register_name_words" PRIMARY KEY (word, person),
    CONSTRAINT "FK_register_name_words_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
);


CREATE TABLE register_source_records (
    id uuid NOT NULL,
    source text NOT NULL,
    key character varying(255) NOT NULL,
    person uuid,
    last_batch uuid,
    CONSTRAINT "PK_register_source_records" PRIMARY KEY (id),
    CONSTRAINT ck_register_source_records_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator')),
    CONSTRAINT "FK_register_source_records_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
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
    CONSTRAINT "PK_register_assignments" PRIMARY KEY (id),
    CONSTRAINT "AK_register_assignments_id_population_last_day" UNIQUE (id, population, last_day),
    CONSTRAINT ck_register_assignments_days CHECK (first_day <= last_day),
    CONSTRAINT ck_register_assignments_kind CHECK ("kind" in ('Regular', 'Substitute', 'Deputy')),
    CONSTRAINT ck_register_assignments_population CHECK ("population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT ck_register_assignments_source CHECK ("source" in ('Supervisors', 'Decisions', 'Sponsors', 'Schools', 'Operator')),
    CONSTRAINT "FK_register_assignments_register_assignments_stands_in_for" FOREIGN KEY (stands_in_for) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_assignments_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT
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


CREATE TABLE register_sponsorships (
    assignment uuid NOT NULL,
    sponsor_assignment uuid NOT NULL,
    sponsor_population text NOT NULL,
    sponsor_ends_on date NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    contract_reference character varying(80) NOT NULL,
    purpose character varying(300) NOT NULL,
    CONSTRAINT "PK_register_sponsorships" PRIMARY KEY (assignment),
    CONSTRAINT ck_register_sponsorships_sponsor_population CHECK ("sponsor_population" in ('Staff', 'Elected', 'Partner', 'Pupil')),
    CONSTRAINT ck_register_sponsorships_staff CHECK (sponsor_population = 'Staff'),
    CONSTRAINT ck_register_sponsorships_within CHECK (ends_on <= sponsor_ends_on),
    CONSTRAINT ck_register_sponsorships_year CHECK (ends_on <= starts_on + interval '12 months'),
    CONSTRAINT "FK_register_sponsorships_register_assignments_assignment" FOREIGN KEY (assignment) REFERENCES register_assignments (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_sponsorships_register_assignments_sponsor_assignme~" FOREIGN KEY (sponsor_assignment, sponsor_population, sponsor_ends_on) REFERENCES register_assignments (id, population, last_day) ON UPDATE CASCADE ON DELETE RESTRICT
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
    CONSTRAINT "PK_register_group_members" PRIMARY KEY (person, "group", cause),
    CONSTRAINT ck_register_group_members_because CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open')),
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
    CONSTRAINT ck_register_groups_kind CHECK ("kind" in ('Unit', 'Organ', 'School', 'Class', 'Teaching', 'Duty', 'SpaceMembers', 'Audience', 'HandMade'))
);


CREATE TABLE register_inclusions (
    whole uuid NOT NULL,
    part uuid NOT NULL,
    because text NOT NULL,
    rank integer NOT NULL,
    from_utc timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    CONSTRAINT "PK_register_inclusions" PRIMARY KEY (whole, part),
    CONSTRAINT ck_register_inclusions_because CHECK ("because" in ('Assignment', 'Grant', 'Inclusion', 'Open')),
    CONSTRAINT "FK_register_inclusions_register_groups_part" FOREIGN KEY (part) REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_register_inclusions_register_groups_whole" FOREIGN KEY (whole) REFERENCES register_groups (id) ON DELETE RESTRICT
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
    CONSTRAINT "PK_spaces_audiences" PRIMARY KEY (id),
    CONSTRAINT "FK_spaces_audiences_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_audiences_register_groups_space_group" FOREIGN KEY (space_group) REFERENCES register_groups (id) ON DELETE RESTRICT
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
    CONSTRAINT "PK_spaces_arrivals" PRIMARY KEY (id),
    CONSTRAINT "FK_spaces_arrivals_register_people_author" FOREIGN KEY (author) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_audiences_audience" FOREIGN KEY (audience) REFERENCES spaces_audiences (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_arrivals_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE TABLE spaces_read_marks (
    person uuid NOT NULL,
    space uuid NOT NULL,
    seen_until timestamp with time zone NOT NULL,
    CONSTRAINT "PK_spaces_read_marks" PRIMARY KEY (person, space),
    CONSTRAINT "FK_spaces_read_marks_register_people_person" FOREIGN KEY (person) REFERENCES register_people (id) ON DELETE RESTRICT,
    CONSTRAINT "FK_spaces_read_marks_spaces_spaces_space" FOREIGN KEY (space) REFERENCES spaces_spaces (id) ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "IX_audit_aliases_alias" ON audit_aliases (alias);


CREATE INDEX "IX_audit_entries_at_id" ON audit_entries (at, id);


CREATE INDEX "IX_audit_entries_space_at" ON audit_entries (space, at);


CREATE INDEX "IX_audit_entries_subject_at" ON audit_entries (subject, at);


CREATE INDEX "IX_register_assignments_duty" ON register_assignments (duty);


CREATE INDEX "IX_register_assignments_organ" ON register_assignments (organ);


CREATE INDEX "IX_register_assignments_person_last_day" ON register_assignments (person, last_day);


CREATE INDEX "IX_register_assignments_stands_in_for" ON register_assignments (stands_in_for);


CREATE INDEX "IX_register_assignments_unit" ON register_assignments (unit);


CREATE INDEX "IX_register_authorities_assignment" ON register_authorities (assignment);


CREATE INDEX "IX_register_authorities_granted_by" ON register_authorities (granted_by);


CREATE INDEX "IX_register_cards_b_school" ON register_cards_b (school);


CREATE INDEX "IX_register_group_members_cause" ON register_group_members (cause);


CREATE INDEX "IX_register_group_members_group_until_utc" ON register_group_members ("group", until_utc);


CREATE UNIQUE INDEX "IX_register_groups_kind_code" ON register_groups (kind, code);


CREATE INDEX "IX_register_groups_unit" ON register_groups (unit);


CREATE INDEX "IX_register_inclusions_part" ON register_inclusions (part);


CREATE INDEX "IX_register_name_words_person" ON register_name_words (person);


CREATE INDEX "IX_register_origins_source_record" ON register_origins (source_record);


CREATE INDEX "IX_register_people_sort_key_id" ON register_people (sort_key, id);


CREATE INDEX "IX_register_source_records_person" ON register_source_records (person);


CREATE UNIQUE INDEX "IX_register_source_records_source_key" ON register_source_records (source, key);


CREATE INDEX "IX_register_sponsorships_sponsor_assignment_sponsor_population~" ON register_sponsorships (sponsor_assignment, sponsor_population, sponsor_ends_on);


CREATE INDEX "IX_register_units_group" ON register_units ("group");


CREATE INDEX "IX_register_units_head" ON register_units (head);


CREATE UNIQUE INDEX "IX_register_units_institution_code" ON register_units (institution_code);


CREATE INDEX "IX_register_units_parent" ON register_units (parent);


CREATE UNIQUE INDEX "IX_retention_classes_code" ON retention_classes (code);


CREATE INDEX "IX_spaces_arrivals_at_id" ON spaces_arrivals (at, id);


CREATE INDEX "IX_spaces_arrivals_audience_at_id" ON spaces_arrivals (audience, at, id);


CREATE INDEX "IX_spaces_arrivals_author" ON spaces_arrivals (author);


CREATE INDEX "IX_spaces_arrivals_must_read_until" ON spaces_arrivals (must_read_until);


CREATE INDEX "IX_spaces_arrivals_space_at_id" ON spaces_arrivals (space, at, id);


CREATE INDEX "IX_spaces_audiences_group" ON spaces_audiences ("group");


CREATE INDEX "IX_spaces_audiences_space" ON spaces_audiences (space);


CREATE INDEX "IX_spaces_audiences_space_group" ON spaces_audiences (space_group);


CREATE INDEX "IX_spaces_read_marks_space" ON spaces_read_marks (space);


CREATE INDEX "IX_spaces_spaces_audience" ON spaces_spaces (audience);


CREATE UNIQUE INDEX "IX_spaces_spaces_members" ON spaces_spaces (members);


CREATE INDEX "IX_spaces_spaces_retention_class" ON spaces_spaces (retention_class);


CREATE INDEX "IX_spaces_spaces_unit" ON spaces_spaces (unit);


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_groups_duty" FOREIGN KEY (duty) REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_groups_organ" FOREIGN KEY (organ) REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_assignments ADD CONSTRAINT "FK_register_assignments_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT;


ALTER TABLE register_cards_b ADD CONSTRAINT "FK_register_cards_b_register_units_school" FOREIGN KEY (school) REFERENCES register_units (id) ON DELETE RESTRICT;


ALTER TABLE register_group_members ADD CONSTRAINT "FK_register_group_members_register_groups_group" FOREIGN KEY ("group") REFERENCES register_groups (id) ON DELETE RESTRICT;


ALTER TABLE register_groups ADD CONSTRAINT "FK_register_groups_register_units_unit" FOREIGN KEY (unit) REFERENCES register_units (id) ON DELETE RESTRICT;




using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>One stored attribute: where it stands, and what the statement calls it.</summary>
public sealed record ClosedColumn(string Table, string Column, Text Label);

/// <summary>
/// The three closed lists (DESIGN, law 3): every column of the register stands in exactly one of them, and nothing else is
/// collected. The statement prints all three; a column that is in none fails a test.
/// </summary>
public static class ClosedLists
{
    private static readonly Text Belonging = new(Fi: "Keneen tieto kuuluu", Sv: "Vem uppgiften gäller", En: "Whom it is about");
    private static readonly Text Hidden = new(Fi: "Milloin kortti poistui näkyvistä", Sv: "När kortet togs ur sikte", En: "When the card went out of sight");
    private static readonly Text Begin = new(Fi: "Alkamisaika", Sv: "Tid då det börjar", En: "Beginning");
    private static readonly Text End = new(Fi: "Päättymisaika", Sv: "Tid då det upphör", En: "End");
    private static readonly Text Key = new(Fi: "Tekninen tunniste", Sv: "Teknisk identifierare", En: "Technical identifier");
    private static readonly Text Why = new(Fi: "Millä perusteella jäsen", Sv: "På vilken grund medlem", En: "Why a member");
    private static readonly Text Rank = new(Fi: "Rooli työtilassa", Sv: "Roll i arbetsytan", En: "Role in a space");
    private static readonly Text Where = new(Fi: "Yksikkö, koulu tai toimielin", Sv: "Enhet, skola eller organ", En: "Unit, school or decision-making body");
    private static readonly Text Duty = new(Fi: "Tehtävä", Sv: "Uppgift", En: "Duty");
    private static readonly Text GroupName = new(Fi: "Ryhmän nimi", Sv: "Gruppens namn", En: "Name of the group");
    private static readonly Text UnitName = new(Fi: "Yksikön nimi", Sv: "Enhetens namn", En: "Name of the unit");
    private static readonly Text Source = new(Fi: "Tiedon lähde", Sv: "Uppgiftens källa", En: "Source of the data");
    private static readonly Text Batch = new(Fi: "Siirtoerä, jossa tieto tuli", Sv: "Överföringsparti", En: "The batch that brought it");
    private static readonly Text Sponsor = new(Fi: "Kumppanin vastuuhenkilö", Sv: "Partnerns ansvarsperson", En: "Partner's sponsor");
    private static readonly Text Disclosed = new(
        Fi: "Kuka vei rekisteristä luettelon, milloin ja miksi", Sv: "Vem som tog ut en lista ur registret, när och varför", En: "Who took a list out of the register, when and why");
    private static readonly Text Invitation = new(
        Fi: "Kumppanin kutsu, joka odottaa rekisterin käsittelyä", Sv: "Inbjudan av en partner som väntar på handläggning", En: "Invitation of a partner that waits for the register");
    private static readonly Text Joined = new(
        Fi: "Milloin kaksi rekisteröityä todettiin samaksi ihmiseksi", Sv: "När två registrerade konstaterades vara samma människa", En: "When two data subjects were found to be one human");
    private static readonly Text Moved = new(
        Fi: "Mitkä rivit siirtyivät yhdistämisessä, enintään 30 päivää", Sv: "Vilka rader som övergick vid sammanslagningen, högst 30 dagar", En: "Which rows moved when two were joined, for at most 30 days");
    private static readonly Text Before = new(
        Fi: "Mitä korteilla oli ennen yhdistämistä, enintään 30 päivää", Sv: "Vad som stod på korten före sammanslagningen, högst 30 dagar", En: "What stood on the cards before two were joined, for at most 30 days");
    private static readonly Text Population = new(
        Fi: "Henkilöstö, luottamushenkilö, kumppani tai oppilas", Sv: "Personal, förtroendevald, partner eller elev", En: "Staff, elected official, partner or pupil");

    /// <summary>Henkilökunta, luottamushenkilöt, yhteistyökumppanit tai muu kolmas osapuoli: seven attributes. The name has two columns; the groups are memberships.</summary>
    public static IReadOnlyList<ClosedColumn> RegisterA { get; } =
    [
        new("register_cards_a", "given_name", FieldText.Name),
        new("register_cards_a", "family_name", FieldText.Name),
        new("register_group_members", "group", FieldText.Groups),
        new("register_cards_a", "email", FieldText.Email),
        new("register_cards_a", "user_id", FieldText.UserId),
        new("register_cards_a", "phone", FieldText.Phone),
        new("register_cards_a", "work_address", FieldText.WorkAddress),
        new("register_cards_a", "organisation", FieldText.Organisation),
    ];

    /// <summary>Opetuspalvelut: eight attributes. The teaching groups are memberships.</summary>
    public static IReadOnlyList<ClosedColumn> RegisterB { get; } =
    [
        new("register_cards_b", "given_name", FieldText.Name),
        new("register_cards_b", "family_name", FieldText.Name),
        new("register_cards_b", "user_id", FieldText.UserId),
        new("register_cards_b", "email", FieldText.Email),
        new("register_groups", "kind", FieldText.TeachingGroups),
        new("register_cards_b", "school", FieldText.School),
        new("register_cards_b", "class_name", FieldText.Class),
        new("register_cards_b", "institution_code", FieldText.InstitutionCode),
        new("register_cards_b", "role", FieldText.Role),
    ];

    /// <summary>Beginnings, ends, sources and keys: what the house needs to keep the two others true.</summary>
    public static IReadOnlyList<ClosedColumn> Technical { get; } =
    [
        new("register_people", "id", Key),
        new("register_people", "shielded", new(Fi: "Turvakielto", Sv: "Spärrmarkering", En: "Shield")),
        new("register_people", "language", new(Fi: "Kieli", Sv: "Språk", En: "Language")),
        new("register_people", "created_at", Begin),
        new("register_people", "used_until", new(Fi: "Palvelun käytön päättyminen", Sv: "När användningen av tjänsten upphör", En: "End of use of the service")),
        new("register_people", "sort_key", new(Fi: "Nimi aakkosjärjestystä varten", Sv: "Namnet för alfabetisk ordning", En: "The name, for alphabetical order")),
        new("register_people", "version", Key),
        new("register_name_words", "word", new(Fi: "Nimen, tunnuksen ja tehtävän sanat hakua varten", Sv: "Orden i namn, användarnamn och uppgift för sökning", En: "Words of name, user ID and duty, for search")),
        new("register_name_words", "person", Belonging),
        new("register_cards_a", "person", Belonging),
        new("register_cards_a", "hidden_at", Hidden),
        new("register_cards_b", "person", Belonging),
        new("register_cards_b", "hidden_at", Hidden),
        new("register_origins", "person", Belonging),
        new("register_origins", "card", new(Fi: "Kumpi rekisteri", Sv: "Vilketdera registret", En: "Which of the registers")),
        new("register_origins", "column", new(Fi: "Mikä tieto", Sv: "Vilken uppgift", En: "Which detail")),
        new("register_origins", "source_record", Source),
        new("register_origins", "batch", Batch),
        new("register_origins", "received_at", new(Fi: "Milloin tieto saatiin", Sv: "När uppgiften kom", En: "When it was received")),
        new("register_pictures", "person", Belonging),
        new("register_pictures", "blob", PictureText.Title),
        new("register_pictures", "key", Key),
        new("register_pictures", "set_at", Begin),
        new("register_source_records", "id", Key),
        new("register_source_records", "source", Source),
        new("register_source_records", "feed", Source),
        new("register_source_records", "state", new(Fi: "Onko henkilö yhä lähteessä", Sv: "Om personen fortfarande finns i källan", En: "Whether the source still has the person")),
        new("register_source_records", "said", new(Fi: "Tiiviste lähteen viimeksi antamista tiedoista", Sv: "Kontrollsumma av det som källan senast gav", En: "Digest of what the source said last")),
        new("register_source_records", "key", new(Fi: "Henkilön tunniste lähteessä", Sv: "Personens identifierare i källan", En: "What the source calls the person")),
        new("register_source_records", "person", Belonging),
        new("register_source_records", "last_batch", Batch),
        new("register_assignments", "id", Key),
        new("register_assignments", "person", Belonging),
        new("register_assignments", "population", Population),
        new("register_assignments", "kind", new(Fi: "Vakinainen, sijainen vai varajäsen", Sv: "Ordinarie, vikarie eller ersättare", En: "Regular, substitute or deputy")),
        new("register_assignments", "unit", Where),
        new("register_assignments", "organ", Where),
        new("register_assignments", "duty", Duty),
        new("register_assignments", "stands_in_for", new(Fi: "Ketä sijaistaa", Sv: "Vem personen vikarierar för", En: "Whom one stands in for")),
        new("register_assignments", "source", Source),
        new("register_assignments", "first_day", Begin),
        new("register_assignments", "last_day", End),
        new("register_assignments", "until_utc", End),
        new("register_assignments", "record", Source),
        new("register_assignments", "key", new(Fi: "Tehtävän tunniste lähteessä", Sv: "Uppgiftens identifierare i källan", En: "What the source calls the duty")),
        new("register_sponsorships", "id", Key),
        new("register_sponsorships", "assignment", Belonging),
        new("register_sponsorships", "sponsor_assignment", Sponsor),
        new("register_sponsorships", "sponsor_population", Sponsor),
        new("register_sponsorships", "sponsor_ends_on", Sponsor),
        new("register_sponsorships", "starts_on", Begin),
        new("register_sponsorships", "ends_on", End),
        new("register_sponsorships", "contract_reference", new(Fi: "Sopimuksen viite", Sv: "Avtalets referens", En: "Contract reference")),
        new("register_sponsorships", "purpose", new(Fi: "Yhteistyön tarkoitus", Sv: "Samarbetets ändamål", En: "Purpose of the cooperation")),
        new("register_sponsorships", "from_utc", Begin),
        new("register_sponsorships", "until_utc", End),
        new("register_sponsorships", "agreed_until", End),
        new("register_sponsorships", "deputy", new(Fi: "Kumppanin varavastuuhenkilö", Sv: "Partnerns ersättande ansvarsperson", En: "Partner's deputy sponsor")),
        new("register_sponsorships", "kind", new(Fi: "Miten vastuu tuli", Sv: "Hur ansvaret uppkom", En: "How the sponsorship came about")),
        new("register_sponsorships", "reason", new(Fi: "Miksi kumppanin aikaa jatkettiin", Sv: "Varför partnerns tid förlängdes", En: "Why the partner was renewed")),
        new("register_sponsorships", "told_by", new(Fi: "Kuka kutsui tai jatkoi", Sv: "Vem som bjöd in eller förlängde", En: "Who invited or renewed")),
        new("register_sponsorships", "told_at", Begin),
        new("register_sponsorships", "reminded", new(Fi: "Mistä päättymisen muistutuksesta on kerrottu", Sv: "Vilken påminnelse om slutet som har sänts", En: "Which reminder of the end was sent")),
        new("register_invitations", "assignment", Invitation),
        new("register_invitations", "record", Invitation),
        new("register_invitations", "sponsor", Sponsor),
        new("register_invitations", "deputy", Invitation),
        new("register_invitations", "contract", Invitation),
        new("register_invitations", "purpose", Invitation),
        new("register_invitations", "last_day", End),
        new("register_invitations", "places", Invitation),
        new("register_invitations", "asked_at", Begin),
        new("register_group_members", "person", Belonging),
        new("register_group_members", "cause", Why),
        new("register_group_members", "because", Why),
        new("register_group_members", "rank", Rank),
        new("register_group_members", "from_utc", Begin),
        new("register_group_members", "until_utc", End),
        new("register_group_members", "granted_until", End),
        new("register_group_members", "while_staff", Why),
        new("register_group_members", "deputy", Why),
        new("register_inclusions", "whole", GroupName),
        new("register_inclusions", "part", GroupName),
        new("register_inclusions", "because", Why),
        new("register_inclusions", "rank", Rank),
        new("register_inclusions", "from_utc", Begin),
        new("register_inclusions", "until_utc", End),
        new("register_inclusions", "deputies", Why),
        new("register_groups", "id", Key),
        new("register_groups", "name_fi", GroupName),
        new("register_groups", "name_sv", GroupName),
        new("register_groups", "code", Key),
        new("register_groups", "unit", UnitName),
        new("register_groups", "close", new(Fi: "Näkevätkö jäsenet toisensa", Sv: "Om medlemmarna ser varandra", En: "Whether members see each other")),
        new("register_units", "id", Key),
        new("register_units", "parent", UnitName),
        new("register_units", "kind", UnitName),
        new("register_units", "name_fi", UnitName),
        new("register_units", "name_sv", UnitName),
        new("register_units", "institution_code", FieldText.InstitutionCode),
        new("register_units", "address", FieldText.WorkAddress),
        new("register_units", "head", new(Fi: "Yksikön esihenkilö", Sv: "Enhetens chef", En: "Head of the unit")),
        new("register_units", "group", GroupName),
        new("register_extensions", "id", Key),
        new("register_extensions", "assignment", Belonging),
        new("register_extensions", "last_day", End),
        new("register_extensions", "reason", new(Fi: "Miksi tehtävälle ehdotettiin jatkoa", Sv: "Varför en förlängning föreslogs", En: "Why it was proposed that a duty go on")),
        new("register_extensions", "proposed_by", new(Fi: "Kuka ehdotti jatkoa", Sv: "Vem som föreslog förlängning", En: "Who proposed it")),
        new("register_extensions", "proposed_at", Begin),
        new("register_extensions", "state", new(Fi: "Jatkoehdotuksen tila", Sv: "Förslagets läge", En: "State of the proposal")),
        new("register_extensions", "decided_by", new(Fi: "Kuka ratkaisi ehdotuksen", Sv: "Vem som avgjorde förslaget", En: "Who decided")),
        new("register_extensions", "decided_at", new(Fi: "Milloin ehdotus ratkaistiin", Sv: "När förslaget avgjordes", En: "When it was decided")),
        new("register_confirmations", "assignment", Belonging),
        new("register_confirmations", "round", new(Fi: "Vahvistuskierros", Sv: "Bekräftelseomgång", En: "Round of confirmation")),
        new("register_confirmations", "confirmed_by", new(Fi: "Kuka vahvisti tehtävän", Sv: "Vem som bekräftade uppgiften", En: "Who confirmed the duty")),
        new("register_confirmations", "confirmed_at", new(Fi: "Milloin tehtävä vahvistettiin", Sv: "När uppgiften bekräftades", En: "When the duty was confirmed")),
        new("register_authorities", "id", Key),
        new("register_authorities", "assignment", Belonging),
        new("register_authorities", "kind", new(Fi: "Valtuus", Sv: "Befogenhet", En: "Authority")),
        new("register_authorities", "scope", new(Fi: "Valtuuden rekisteri tai lähde", Sv: "Befogenhetens register eller källa", En: "Register or source of the authority")),
        new("register_authorities", "from_utc", Begin),
        new("register_authorities", "until_utc", End),
        new("register_authorities", "granted_by", new(Fi: "Kuka myönsi valtuuden", Sv: "Vem som beviljade befogenheten", En: "Who granted the authority")),
        .. DeliveredColumns.All,
        new("register_disclosures", "id", Disclosed),
        new("register_disclosures", "by", Disclosed),
        new("register_disclosures", "at", Disclosed),
        new("register_disclosures", "purpose", Disclosed),
        new("register_disclosures", "registers", Disclosed),
        new("register_disclosures", "filter", Disclosed),
        new("register_disclosures", "columns", Disclosed),
        new("register_disclosures", "people", Disclosed),
        new("register_joinings", "id", Joined),
        new("register_joinings", "kept", Joined),
        new("register_joinings", "lost", Joined),
        new("register_joinings", "record", Joined),
        new("register_joinings", "state", Joined),
        new("register_joinings", "seen", Joined),
        new("register_joinings", "asked_by", Joined),
        new("register_joinings", "asked_at", Joined),
        new("register_joinings", "joined_at", Joined),
        new("register_joinings", "parted_at", Joined),
        new("register_joining_moves", "joining", Moved),
        new("register_joining_moves", "table", Moved),
        new("register_joining_moves", "column", Moved),
        new("register_joining_moves", "keys", Moved),
        new("register_joining_values", "joining", Before),
        new("register_joining_values", "of_lost", Before),
        new("register_joining_values", "card", Before),
        new("register_joining_values", "column", Before),
        new("register_joining_values", "value", Before),
        new("register_joining_values", "source_record", Before),
        new("register_joining_values", "batch", Before),
        new("register_joining_values", "received_at", Before),
        new("register_cuts", "record", Source),
        new("register_cuts", "person", Belonging),
        new("register_cuts", "cut_at", new(Fi: "Milloin lähde katkaisi kirjautumisen", Sv: "När källan spärrade inloggningen", En: "When a source cut sign-in")),
        new("register_pulls", "format", DeliveredColumns.Delivery),
        new("register_pulls", "asked_at", DeliveredColumns.Delivery),
        new("register_pulls", "mark", DeliveredColumns.Delivery),
        new("register_pulls", "batch", DeliveredColumns.Delivery),
        new("register_scim_users", "record", Key),
        new("register_scim_users", "user_name", new(Fi: "Käyttäjätunnus, jolla hakemisto tunnistaa henkilön", Sv: "Användarnamn som katalogen känner igen personen på", En: "User ID by which the directory knows the person")),
        new("register_scim_users", "external_id", new(Fi: "Henkilön tunniste hakemistossa", Sv: "Personens identifierare i katalogen", En: "What the directory calls the person")),
        new("register_scim_users", "phone_for", new(Fi: "Onko numero työ- vai matkapuhelimen", Sv: "Om numret är till arbets- eller mobiltelefon", En: "Whether the number is of the work or the mobile telephone")),
        new("register_scim_users", "place", new(Fi: "Millä nimellä hakemisto antoi organisaation", Sv: "Under vilket namn katalogen gav organisationen", En: "By which name the directory gave the organisation")),
        new("register_scim_users", "created_at", Begin),
        new("register_scim_users", "changed_at", new(Fi: "Milloin hakemisto muutti tietoja", Sv: "När katalogen ändrade uppgifterna", En: "When the directory changed the details")),
        new("register_scim_users", "end_asked_at", End),
        new("register_scim_groups", "group", GroupName),
        new("register_scim_groups", "external_id", Key),
        new("register_scim_groups", "created_at", Begin),
        new("register_scim_groups", "changed_at", Key),
        new("register_scim_groups", "ended_at", End),
        new("register_scim_tokens", "id", Key),
        new("register_scim_tokens", "name", new(Fi: "Mille järjestelmälle hakemiston avain on", Sv: "Vilket system katalogens nyckel är för", En: "Which system the directory's key is for")),
        new("register_scim_tokens", "token_hash", Key),
        new("register_scim_tokens", "created_at", Begin),
        new("register_scim_tokens", "until_utc", End),
        new("register_scim_tokens", "last_used_on", new(Fi: "Milloin avainta on käytetty", Sv: "När nyckeln har använts", En: "When the key was used")),
    ];
}

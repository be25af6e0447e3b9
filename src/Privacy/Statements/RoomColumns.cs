using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>
/// What the rooms besides the register keep about people, column by column: the rest of the third closed list (DESIGN, law 3). What
/// people write is not here; the statement names it as content.
/// </summary>
public static class RoomColumns
{
    private static readonly Text Account = new(
        Fi: "Käyttäjätunnus, salasanan tiiviste ja tunnuksen ajat", Sv: "Användarnamn, lösenordets kondensat och kontots tider", En: "User ID, the password's hash and the times of the account");

    private static readonly Text Factor = new(
        Fi: "Tunnistautumisen toinen vaihe ja varakoodien tiivisteet", Sv: "Det andra steget vid inloggningen och reservkodernas kondensat", En: "The second factor and the hashes of recovery codes");

    private static readonly Text Codes = new(
        Fi: "Kertakoodien tiivisteet ja kuka koodin antoi", Sv: "Engångskodernas kondensat och vem som gav koden", En: "Hashes of one-time codes, and who issued them");

    private static readonly Text Sessions = new(
        Fi: "Istunnot, niiden laite ja ajat", Sv: "Sessioner, deras enhet och tider", En: "Sessions, their device and times");

    private static readonly Text Browsers = new(
        Fi: "Aiemmin käytetyt selaimet satunnaisen merkin tiivisteenä", Sv: "Tidigare använda webbläsare som kondensat av ett slumpmässigt märke", En: "Browsers used before, as the hash of a random mark");

    private static readonly Text Failures = new(
        Fi: "Epäonnistuneiden kirjautumisten määrä, enintään vuorokauden ajan", Sv: "Antalet misslyckade inloggningar, högst ett dygn", En: "The number of failed sign-ins, for a day at most");

    private static readonly Text Terms = new(
        Fi: "Hyväksytyt ehdot ja niiden ajat", Sv: "Godkända villkor och när de godkändes", En: "Accepted terms and when they were accepted");

    private static readonly Text Tokens = new(
        Fi: "Rajapinta-avaimet, niiden käyttöala ja voimassaolo", Sv: "API-nycklar, deras omfattning och giltighet", En: "API tokens, their scopes and validity");

    private static readonly Text Notices = new(
        Fi: "Ilmoitukset, niiden asetukset, lukumerkinnät ja kuittaukset", Sv: "Aviseringar, deras inställningar, läsmarkeringar och kvitteringar", En: "Notifications, their settings, read marks and confirmations");

    private static readonly Text Tombstones = new(
        Fi: "Päättyneen käyttäjätunnuksen tiiviste, jotta tunnusta ei anneta toiselle", Sv: "Kondensat av ett avslutat användarnamn, så att det inte ges till någon annan", En: "Digest of a user ID that has ended, so that it is given to nobody else");

    private static readonly Text TakeAways = new(
        Fi: "Tilattu omien tietojen paketti, enintään 7 päivää valmistumisesta", Sv: "Beställt paket med egna uppgifter, högst 7 dagar efter att det blev klart", En: "A package of own data that was ordered, for at most 7 days once ready");

    private static readonly Text Log = new(
        Fi: "Lokitiedot siitä, mitä on tehty ja milloin", Sv: "Logguppgifter om vad som har gjorts och när", En: "Log data of what was done and when");

    private static readonly Text Address = new(
        Fi: "Lokin verkko-osoitteet, enintään 90 päivän ajan", Sv: "Loggens nätverksadresser, högst 90 dagar", En: "Network addresses in the log, for 90 days at most");

    /// <summary>Each column once.</summary>
    public static IReadOnlyList<ClosedColumn> All { get; } =
    [
        .. Of("access_accounts", Account, "person", "user_id", "folded", "password_hash", "password_at", "cut_at", "created_at", "version"),
        .. Of("access_factors", Factor, "person", "sealed", "confirmed_at", "last_step", "created_at"),
        .. Of("access_recovery_codes", Factor, "person", "code_hash"),
        .. Of("access_codes", Codes, "id", "person", "kind", "code_hash", "issued_by", "issued_at", "until_utc"),
        .. Of("access_sessions", Sessions, "id", "person", "token_hash", "started_at", "seen_at", "until_utc", "idle_until", "shared", "pending", "device"),
        .. Of("access_devices", Browsers, "person", "token_hash", "last_at"),
        .. Of("access_attempts", Failures, "door", "failures", "last_at", "wait_until"),
        .. Of("access_gate_marks", Terms, "person", "gate", "version", "passed_at"),
        .. Of("access_tokens", Tokens, "id", "person", "name", "token_hash", "scopes", "created_at", "until_utc", "last_used_on"),
        .. Of("access_tombstones", Tombstones, "user_id", "holder", "at"),
        .. Of("notifications_farewells", Notices, "id", "person", "ends_at", "stage", "told_at"),
        .. Of("notifications_notices", Notices, "id", "person", "kind", "thing", "thing_kind", "space", "from", "at", "read_at", "mail_at", "mail", "mailed_at"),
        .. Of("notifications_mails", Notices, "id", "person", "kind", "made_at", "due_at", "since_utc", "until_utc", "day", "farewell", "state", "tries", "done_at"),
        .. Of("notifications_preferences", Notices, "person", "kind", "pace", "chosen_at"),
        .. Of("notifications_quiet_times", Notices, "person", "from_hour", "until_hour", "weekends"),
        .. Of("spaces_read_marks", Notices, "person", "space", "seen_until"),
        .. Of("posts_confirmations", Notices, "post", "person", "at"),
        .. Of("privacy_take_aways", TakeAways, "id", "person", "language", "state", "ordered_at", "tries", "done", "rooms", "rows", "files", "ended_at", "goes_at", "bytes"),
        .. Of("audit_aliases", Log, "alias", "person", "former"),
        .. Of("audit_entries", Address, "address", "address_salt", "address_digest"),
    ];

    private static IEnumerable<ClosedColumn> Of(string table, Text label, params IEnumerable<string> columns) => columns.Select(c => new ClosedColumn(table, c, label));
}

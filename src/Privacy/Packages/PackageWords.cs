using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What the rooms and tables that hold something about people are called on the page of a package. A table without a name fails a test.</summary>
internal static class PackageWords
{
    private static readonly Dictionary<string, Text> Rooms = new(StringComparer.Ordinal)
    {
        ["access"] = new(Fi: "Kirjautuminen", Sv: "Inloggning", En: "Signing in"),
        ["audit"] = new(Fi: "Loki", Sv: "Logg", En: "Log"),
        ["files"] = new(Fi: "Liitteet", Sv: "Bilagor", En: "Attachments"),
        ["notifications"] = new(Fi: "Ilmoitukset", Sv: "Aviseringar", En: "Notifications"),
        ["posts"] = new(Fi: "Mitä olet kirjoittanut", Sv: "Vad du har skrivit", En: "What you have written"),
        ["privacy"] = new(Fi: "Tietosuoja", Sv: "Dataskydd", En: "Privacy"),
        ["register"] = new(Fi: "Rekisteri", Sv: "Registret", En: "The register"),
        ["spaces"] = new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces"),
    };

    internal static IReadOnlyDictionary<string, Text> Tables { get; } = new Dictionary<string, Text>(StringComparer.Ordinal)
    {
        ["access_accounts"] = new(Fi: "Tilisi", Sv: "Ditt konto", En: "Your account"),
        ["access_attempts"] = new(Fi: "Epäonnistuneet kirjautumiset", Sv: "Misslyckade inloggningar", En: "Failed sign-ins"),
        ["access_codes"] = new(Fi: "Kertakoodit", Sv: "Engångskoder", En: "One-time codes"),
        ["access_devices"] = new(Fi: "Aiemmin käytetyt selaimet", Sv: "Tidigare använda webbläsare", En: "Browsers used before"),
        ["access_factors"] = new(Fi: "Tunnistautumisen toinen vaihe", Sv: "Andra steget vid inloggningen", En: "Second factor"),
        ["access_gate_marks"] = new(Fi: "Hyväksytyt ehdot", Sv: "Godkända villkor", En: "Accepted terms"),
        ["access_recovery_codes"] = new(Fi: "Varakoodit", Sv: "Reservkoder", En: "Recovery codes"),
        ["access_sessions"] = new(Fi: "Istunnot", Sv: "Sessioner", En: "Sessions"),
        ["access_tokens"] = new(Fi: "Avaimet muille ohjelmille", Sv: "Nycklar för andra program", En: "Keys for other programs"),
        ["audit_aliases"] = new(Fi: "Tunnisteesi lokissa", Sv: "Din beteckning i loggen", En: "Your alias in the log"),
        ["audit_entries"] = new(Fi: "Lokimerkinnät", Sv: "Loggposter", En: "Log entries"),
        ["files_files"] = new(Fi: "Liittämäsi tiedostot", Sv: "Filer som du har bifogat", En: "Files you have attached"),
        ["files_uploads"] = new(Fi: "Lähetetyt tiedostot, joita ei ole liitetty", Sv: "Sända filer som inte har bifogats", En: "Files sent and not attached"),
        ["notifications_farewells"] = new(Fi: "Ilmoitukset pääsyn päättymisestä", Sv: "Meddelanden om att åtkomsten upphör", En: "News of the end of access"),
        ["notifications_mails"] = new(Fi: "Sinulle lähetetyt sähköpostit", Sv: "E-post som har skickats till dig", En: "E-mail sent to you"),
        ["notifications_notices"] = new(Fi: "Ilmoitukset", Sv: "Aviseringar", En: "Notifications"),
        ["notifications_preferences"] = new(Fi: "Ilmoitusten asetukset", Sv: "Inställningar för aviseringar", En: "Notification settings"),
        ["notifications_quiet_times"] = new(Fi: "Hiljaiset tunnit", Sv: "Tysta timmar", En: "Quiet hours"),
        ["posts_comments"] = new(Fi: "Kommentit", Sv: "Kommentarer", En: "Comments"),
        ["posts_confirmations"] = new(Fi: "Kuittaukset", Sv: "Kvitteringar", En: "Confirmations"),
        ["posts_drafts"] = new(Fi: "Luonnokset", Sv: "Utkast", En: "Drafts"),
        ["posts_former_mentions"] = new(Fi: "Poistuneiden maininnat", Sv: "Omnämnanden av dem som har gått", En: "Mentions of those who are gone"),
        ["posts_mentions"] = new(Fi: "Maininnat sinusta", Sv: "Omnämnanden av dig", En: "Mentions of you"),
        ["posts_posts"] = new(Fi: "Julkaisut", Sv: "Inlägg", En: "Posts"),
        ["posts_reactions"] = new(Fi: "Reaktiot", Sv: "Reaktioner", En: "Reactions"),
        ["posts_revisions"] = new(Fi: "Julkaisujen aiemmat versiot", Sv: "Tidigare versioner av inlägg", En: "Earlier versions of posts"),
        ["privacy_erasure_tasks"] = new(Fi: "Kesken jääneet poistot", Sv: "Ofullbordade raderingar", En: "Erasures that are not complete"),
        ["privacy_holds"] = new(Fi: "Säilytysvelvoitteet", Sv: "Bevarandeplikter", En: "Legal holds"),
        ["privacy_attestations"] = new(Fi: "Selosteen lupaukset, jotka olet vahvistanut", Sv: "Löften i beskrivningen som du har bekräftat", En: "Promises of the statement you confirmed"),
        ["privacy_log_exports"] = new(Fi: "Lokin osat, jotka olet vienyt", Sv: "Delar av loggen som du har tagit ut", En: "Parts of the log you took out"),
        ["privacy_take_aways"] = new(Fi: "Tilaamasi tietopaketti", Sv: "Paketet som du har beställt", En: "The package you ordered"),
        ["register_assignments"] = new(Fi: "Tehtävät", Sv: "Uppgifter", En: "Duties"),
        ["register_authorities"] = new(Fi: "Valtuudet", Sv: "Befogenheter", En: "Authorities"),
        ["register_batches"] = new(Fi: "Tietoerät, jotka olet lähettänyt tai ratkaissut", Sv: "Databatcher som du har sänt eller avgjort", En: "Batches you sent or decided"),
        ["register_cards_a"] = new(Fi: "Tietosi: henkilöstö, luottamushenkilöt ja kumppanit", Sv: "Dina uppgifter: personal, förtroendevalda och partner", En: "Your details: staff, elected officials and partners"),
        ["register_cards_b"] = new(Fi: "Tietosi: opetuspalvelut", Sv: "Dina uppgifter: utbildning", En: "Your details: education"),
        ["register_confirmations"] = new(Fi: "Esihenkilön vahvistukset", Sv: "Chefens bekräftelser", En: "Confirmations by a supervisor"),
        ["register_corrections"] = new(Fi: "Korjauspyynnöt", Sv: "Begäranden om rättelse", En: "Requests for correction"),
        ["register_cuts"] = new(Fi: "Kirjautumisen katkaisut", Sv: "Spärrade inloggningar", En: "Cuts of sign-in"),
        ["register_disclosures"] = new(Fi: "Luettelot, jotka olet vienyt rekisteristä", Sv: "Listor som du har tagit ut ur registret", En: "Lists you took out of the register"),
        ["register_extensions"] = new(Fi: "Jatkoehdotukset", Sv: "Förslag till förlängning", En: "Proposals to go on"),
        ["register_group_members"] = new(Fi: "Ryhmät ja työtilat", Sv: "Grupper och arbetsytor", En: "Groups and spaces"),
        ["register_invitations"] = new(Fi: "Kutsut, jotka odottavat", Sv: "Inbjudningar som väntar", En: "Invitations that wait"),
        ["register_joining_moves"] = new(Fi: "Mitä yhdistämisessä siirtyi", Sv: "Vad som övergick vid sammanslagningen", En: "What moved in a joining"),
        ["register_joining_values"] = new(Fi: "Mitä korteilla oli ennen yhdistämistä", Sv: "Vad som stod på korten före sammanslagningen", En: "What stood on the cards before a joining"),
        ["register_joinings"] = new(Fi: "Yhdistämiset", Sv: "Sammanslagningar", En: "Joinings"),
        ["register_name_words"] = new(Fi: "Sanat, joilla sinut löydetään", Sv: "Ord som du hittas med", En: "Words you are found by"),
        ["register_origins"] = new(Fi: "Mistä tietosi ovat", Sv: "Varifrån dina uppgifter kommer", En: "Where your details come from"),
        ["register_people"] = new(Fi: "Perustiedot", Sv: "Grunduppgifter", En: "Basic details"),
        ["register_pictures"] = new(Fi: "Oma kuva", Sv: "Egen bild", En: "Own picture"),
        ["register_same_tasks"] = new(Fi: "Kysymykset, kenen tietue on", Sv: "Frågor om vems posten är", En: "Questions whose a record is"),
        ["register_scim_tokens"] = new(Fi: "Hakemistojen avaimet", Sv: "Katalogernas nycklar", En: "Keys of directories"),
        ["register_scim_users"] = new(Fi: "Miten hakemisto tuntee sinut", Sv: "Hur katalogen känner dig", En: "How the directory knows you"),
        ["register_source_records"] = new(Fi: "Miten lähteet tuntevat sinut", Sv: "Hur källorna känner dig", En: "How the sources know you"),
        ["register_sponsorships"] = new(Fi: "Kumppanin vastuut", Sv: "Ansvar för partner", En: "Sponsorships"),
        ["register_staged"] = new(Fi: "Mitä lähde on antanut eikä ole vielä käytössä", Sv: "Vad en källa har gett men inte är i bruk", En: "What a source gave and is not in use yet"),
        ["register_year_changes"] = new(Fi: "Lukuvuoden vaihdot, jotka olet lähettänyt tai ratkaissut", Sv: "Läsårsbyten som du har sänt eller avgjort", En: "School-year changes you sent or decided"),
        ["register_year_contents"] = new(Fi: "Mitä koulu sanoo seuraavasta lukuvuodesta", Sv: "Vad skolan säger om nästa läsår", En: "What the school says of the next school year"),
        ["spaces_arrivals"] = new(Fi: "Julkaisujesi saapumiset työtiloihin", Sv: "När dina inlägg kom till arbetsytorna", En: "When your posts came to spaces"),
        ["spaces_inheritances"] = new(Fi: "Tilat, jotka tulivat hoidettavaksesi", Sv: "Arbetsytor som kom på ditt ansvar", En: "Spaces that fell to you"),
        ["spaces_read_marks"] = new(Fi: "Mihin asti olet lukenut", Sv: "Hur långt du har läst", En: "How far you have read"),
        ["spaces_report_readers"] = new(Fi: "Ilmoitukset, jotka sait käsiteltäviksi", Sv: "Anmälningar som du fick att handlägga", En: "Reports you were given to handle"),
        ["spaces_reports"] = new(Fi: "Ilmoitukset sisällöstä", Sv: "Anmälningar av innehåll", En: "Reports of content"),
        ["spaces_spaces"] = new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces"),
    };

    public static Text Room(string prefix) => Rooms.GetValueOrDefault(prefix, new(prefix, prefix, prefix));

    public static Text Table(string table) => Tables.GetValueOrDefault(table, new(table, table, table));
}

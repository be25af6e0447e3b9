using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of an end: what ends, when, why, whom to ask.</summary>
public static class EndingText
{
    internal static readonly Text Title = new(Fi: "Pääsysi päättyminen", Sv: "När din åtkomst upphör", En: "The end of your access");
    internal static readonly Text NoEnd = new(Fi: "Tehtävilläsi ei ole tiedossa olevaa loppua.", Sv: "Dina uppgifter har inget känt slut.", En: "Your duties have no known end.");
    internal static readonly Text What = new(Fi: "Mikä päättyy", Sv: "Vad som upphör", En: "What ends");
    internal static readonly Text When = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "The last day");
    internal static readonly Text WhyTitle = new(Fi: "Miksi", Sv: "Varför", En: "Why");
    internal static readonly Text Ask = new(Fi: "Keneltä voit kysyä", Sv: "Vem du kan fråga", En: "Whom to ask");
    internal static readonly Text Erased = new(Fi: "Kaikki tietosi on poistettu viimeistään", Sv: "Alla dina uppgifter har raderats senast", En: "All your data has been erased by");
    internal static readonly Text TakeAway = new(Fi: "Ota omat tietosi mukaan", Sv: "Ta med dig dina uppgifter", En: "Take your own data with you");
    internal static readonly Text HandOver = new(Fi: "Siirrä hoitamasi tilat ja keskeneräiset seuraajalle", Sv: "Överlåt arbetsytorna och det som är på hälft", En: "Hand over your spaces and what is unfinished");

    internal static readonly Text NewDay = new(Fi: "Uusi viimeinen päivä", Sv: "Ny sista dag", En: "New last day");
    internal static readonly Text Reason = new(Fi: "Perustelu", Sv: "Motivering", En: "Reason");
    internal static readonly Text ReasonHelp = new(Fi: "Miksi tehtävä jatkuu. Näkyy lähteen hoitajalle.", Sv: "Varför uppgiften fortsätter. Källans ansvariga ser det.", En: "Why the duty goes on. The steward of the source sees it.");
    internal static readonly Text ReasonNeeded = new(Fi: "Kirjoita, miksi tehtävä jatkuu. Enintään 500 merkkiä.", Sv: "Skriv varför uppgiften fortsätter. Högst 500 tecken.", En: "Write why the duty goes on. At most 500 characters.");
    internal static readonly Text Waiting = new(Fi: "Jatkoehdotus odottaa lähteen hoitajaa.", Sv: "Förslaget väntar på källans ansvariga.", En: "The proposal waits for the steward of the source.");
    internal static readonly Text SponsorsRenew = new(
        Fi: "Vastuuhenkilö jatkaa kumppanin aikaa kumppanin omalla sivulla.", Sv: "En partners uppgift förlängs av ansvarspersonen på partnerns egen sida.", En: "A partner is renewed by the sponsor, on the partner's own page.");

    internal static readonly Text Proposals = new(Fi: "Jatkoehdotukset", Sv: "Förslag till förlängning", En: "Proposals to go on");
    internal static readonly Text ProposalsLead = new(
        Fi: "Korjaa hyväksytty päivä myös lähteessä: muuten seuraava siirto palauttaa vanhan.",
        Sv: "Rätta den godkända dagen också i källan: annars återställer nästa överföring den gamla.",
        En: "Mend the accepted day in the source too: else the next feed brings the old one back.");
    internal static readonly Text NoProposals = new(Fi: "Yhtään ehdotusta ei odota.", Sv: "Inga förslag väntar.", En: "No proposals wait.");
    internal static readonly Text Accept = new(Fi: "Hyväksy", Sv: "Godkänn", En: "Accept");
    internal static readonly Text Decline = new(Fi: "Hylkää", Sv: "Avslå", En: "Decline");

    public static Text Of(Population population) => population switch
    {
        Population.Staff => new(Fi: "henkilöstön tehtävä", Sv: "uppgift i personalen", En: "duty in the staff"),
        Population.Elected => new(Fi: "luottamustoimi", Sv: "förtroendeuppdrag", En: "elected office"),
        Population.Partner => new(Fi: "kumppanin tehtävä", Sv: "uppgift som partner", En: "duty as a partner"),
        Population.Pupil => new(Fi: "opiskelu koulussa", Sv: "studier i skolan", En: "studies at the school"),
    };

    /// <summary>Why an end comes: what the source says.</summary>
    public static Text Why(Source source) => source switch
    {
        Source.Supervisors => new(Fi: "Esihenkilö on ilmoittanut tehtävälle viimeisen päivän.", Sv: "Chefen har meddelat en sista dag för uppgiften.", En: "The supervisor has told a last day of the duty."),
        Source.Decisions => new(Fi: "Toimikausi tai luottamustoimi päättyy päätöksentekopalvelujen mukaan.", Sv: "Mandatperioden eller uppdraget upphör enligt beslutsservicen.", En: "The term or the office ends, as the decision-making services say."),
        Source.Sponsors => new(Fi: "Yhteistyölle sovittu aika päättyy.", Sv: "Den avtalade tiden för samarbetet upphör.", En: "The time agreed for the cooperation ends."),
        Source.Schools => new(Fi: "Oppilastietojärjestelmän mukaan opiskelu tai työ koulussa päättyy.", Sv: "Enligt elevdatasystemet upphör studierna eller arbetet i skolan.", En: "The pupil register says that the studies or the work at the school end."),
        Source.Operator => new(Fi: "Ylläpito on antanut tehtävälle viimeisen päivän.", Sv: "Driften har angett en sista dag för uppgiften.", En: "The operator has given the duty a last day."),
        Source.Scim or Source.Ldap => new(Fi: "Kaupungin käyttäjähakemiston mukaan tehtävä päättyy.", Sv: "Enligt stadens användarkatalog upphör uppgiften.", En: "The city directory says that the duty ends."),
    };

    /// <summary>Whom to ask, as a role: a mail names nobody.</summary>
    public static Text WhomToAsk(Population population) => population switch
    {
        Population.Staff => new(Fi: "esihenkilöltäsi", Sv: "din chef", En: "your supervisor"),
        Population.Elected => new(Fi: "päätöksentekopalveluista", Sv: "beslutsservicen", En: "the decision-making services"),
        Population.Partner => new(Fi: "vastuuhenkilöltäsi kaupungissa", Sv: "din ansvarsperson i staden", En: "your sponsor in the city"),
        Population.Pupil => new(Fi: "koulusi kansliasta", Sv: "din skolas kansli", En: "the office of your school"),
    };

    internal static Text BadDay(DateOnly lastDay) => new(
        Fi: $"Valitse päivä, joka on {Say.Day(lastDay)} jälkeen ja enintään vuoden päässä siitä.",
        Sv: $"Välj en dag efter {Say.Day(lastDay)}, högst ett år framåt.",
        En: $"Choose a day after {Say.Day(lastDay)}, at most a year ahead of it.");

    internal static Text Ends(DateOnly lastDay) => new(Fi: $"päättyy {Say.Day(lastDay)}", Sv: $"upphör {Say.Day(lastDay)}", En: $"ends {Say.Day(lastDay)}");

    internal static Text Wanted(DateOnly from, DateOnly until) => new(
        Fi: $"Päättyy nyt {Say.Day(from)}, ehdotettu {Say.Day(until)}", Sv: $"Upphör nu {Say.Day(from)}, föreslaget {Say.Day(until)}", En: $"Ends now {Say.Day(from)}, proposed {Say.Day(until)}");
}

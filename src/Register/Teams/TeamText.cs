using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of the pages where supervisors look after their people.</summary>
internal static class TeamText
{
    public static readonly Text Title = new(Fi: "Tiimisi", Sv: "Ditt team", En: "Your team");
    public static readonly Text Lead = new(
        Fi: "Ne, joista vastaat. Kun tehtävä päättyy, sen antama pääsy päättyy samalla hetkellä.",
        Sv: "De som du ansvarar för. När en uppgift upphör, upphör åtkomsten den gav i samma stund.",
        En: "Those you answer for. When a duty ends, the access it gave ends the same moment.");
    public static readonly Text NobodyTitle = new(Fi: "Et vastaa kenestäkään", Sv: "Du ansvarar inte för någon", En: "You answer for nobody");
    public static readonly Text Nobody = new(
        Fi: "Tässä näkyvät ne, joiden esihenkilö olet tai joiden esihenkilöä sijaistat.",
        Sv: "Här visas de vars chef du är eller vars chef du ersätter.",
        En: "Those whose head you are, or act for, stand here.");
    public static readonly Text More = new(Fi: "Näytä seuraavat", Sv: "Visa följande", En: "Show the next ones");
    public static readonly Text WaitsTitle = new(Fi: "Ehdotus odottaa", Sv: "Förslaget väntar", En: "The proposal waits");
    public static readonly Text Waits = new(
        Fi: "Käyttäjätunnus tai sähköposti voi kuulua jollekulle, joka on jo täällä. Lähteen hoitaja ratkaisee, onko kyse samasta henkilöstä. Sen jälkeen henkilö näkyy tässä.",
        Sv: "Användarnamnet eller e-postadressen kan tillhöra någon som redan finns här. Källans ansvariga avgör om det är samma person. Därefter visas personen här.",
        En: "The user ID or e-mail may belong to somebody who is here already. The steward of the source tells whether they are the same. After that the person stands here.");

    public static readonly Text NewTitle = new(Fi: "Uusi työntekijä", Sv: "Ny medarbetare", En: "New colleague");
    public static readonly Text NewLead = new(
        Fi: "Henkilö on käytettävissä heti, ja voit antaa hänelle kirjautumiskoodin ensimmäisenä päivänä. Ryhmät tulevat yksiköstä ja tehtävästä itsestään.",
        Sv: "Personen finns här genast, och du kan ge en inloggningskod den första dagen. Grupperna följer av enheten och uppgiften.",
        En: "The person is here at once, and you can give a sign-in code on the first day. Groups follow from the unit and the duty by themselves.");
    public static readonly Text ForSubstitute = new(
        Fi: "Sijaisen ehdotat sijaistettavan omalta sivulta.",
        Sv: "En vikarie föreslår du på den frånvarandes egen sida.",
        En: "A substitute is proposed on the page of the one who is away.");
    public static readonly Text SubstituteTitle = new(Fi: "Uusi sijainen", Sv: "Ny vikarie", En: "New substitute");
    public static readonly Text SubstituteLead = new(
        Fi: "Sijainen saa sijaistettavan ryhmät ensimmäisestä päivästä viimeiseen. Pääsy päättyy itsestään viimeisen päivän jälkeen.",
        Sv: "Vikarien får den frånvarandes grupper från den första dagen till den sista. Åtkomsten upphör av sig själv efter den sista dagen.",
        En: "A substitute has the groups of the one who is away from the first day to the last. The access ends by itself after the last day.");
    public static readonly Text Propose = new(Fi: "Ehdota uutta työntekijää", Sv: "Föreslå en ny medarbetare", En: "Propose a new colleague");
    public static readonly Text ProposeSubstitute = new(Fi: "Ehdota sijaista", Sv: "Föreslå en vikarie", En: "Propose a substitute");
    public static readonly Text Send = new(Fi: "Ehdota", Sv: "Föreslå", En: "Propose");
    public static readonly Text UserIdHelp = new(
        Fi: "Jos henkilöllä on jo tunnus, kirjoita se: samaa henkilöä ei synny kahdesti.",
        Sv: "Skriv användarnamnet om personen redan har ett: då uppstår inte samma person två gånger.",
        En: "Write it where the person has one already: so that nobody is here twice.");

    public static readonly Text Duty = new(Fi: "Tehtävä", Sv: "Uppgift", En: "Duty");
    public static readonly Text NoneOfThese = new(Fi: "Ei mikään näistä", Sv: "Ingen av dessa", En: "None of these");
    public static readonly Text Unit = new(Fi: "Yksikkö", Sv: "Enhet", En: "Unit");
    public static readonly Text FirstDay = new(Fi: "Ensimmäinen päivä", Sv: "Första dagen", En: "First day");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "Last day");
    public static readonly Text OpenEnd = new(Fi: "Jätä tyhjäksi, jos päättymispäivää ei ole.", Sv: "Lämna tomt om det inte finns någon sista dag.", En: "Leave it empty where there is no last day.");
    public static readonly Text NoEnd = new(Fi: "Toistaiseksi", Sv: "Tills vidare", En: "No end");
    public static readonly Text KeptUpBy = new(Fi: "Tiedon lähde", Sv: "Uppgiftens källa", En: "Source");
    public static readonly Text IsHead = new(Fi: "Yksikön esihenkilö", Sv: "Enhetens chef", En: "Head of a unit");
    public static readonly Text Substitute = new(Fi: "Sijaisuus", Sv: "Vikariat", En: "Substitute");

    public static readonly Text ChangeTitle = new(Fi: "Muuta tehtävää tai yksikköä", Sv: "Ändra uppgift eller enhet", En: "Change the duty or the unit");
    public static readonly Text ChangeHow = new(
        Fi: "Vanha tehtävä päättyy ja uusi alkaa samana päivänä. Se, mitä molemmat antavat, jatkuu katkotta. Jos henkilö on yksikön esihenkilö ja siirtyy muualle, paikka jää täyttämättä. Valtuudet päättyvät vanhan tehtävän mukana.",
        Sv: "Den gamla uppgiften upphör och en ny börjar samma dag. Det som båda ger fortsätter utan avbrott. Om personen är enhetens chef och flyttar någon annanstans blir platsen vakant. Befogenheter upphör med den gamla uppgiften.",
        En: "The old duty ends and a new one begins the same day. What both give goes on without a gap. Where the person heads the unit and moves away, the seat is vacant. Authorities end with the old duty.");
    public static readonly Text From = new(Fi: "Mistä päivästä alkaen", Sv: "Från och med", En: "From which day on");
    public static readonly Text Change = new(Fi: "Muuta", Sv: "Ändra", En: "Change");
    public static readonly Text LastDayTitle = new(Fi: "Muuta viimeistä päivää", Sv: "Ändra sista dagen", En: "Change the last day");
    public static readonly Text SaveDay = new(Fi: "Tallenna päivä", Sv: "Spara dagen", En: "Save the day");
    public static readonly Text EndTitle = new(Fi: "Päätä tehtävä", Sv: "Avsluta uppgiften", En: "End the duty");
    public static readonly Text EndHow = new(
        Fi: "Tehtävän mukana päättyvät sen antamat ryhmät, tilat ja valtuudet sekä niiden kumppanien pääsy, joiden vastuuhenkilö henkilö on tässä tehtävässä. Jos tehtävä on viimeinen, myös kirjautuminen päättyy ja tiedot poistetaan aikanaan.",
        Sv: "Med uppgiften upphör de grupper, arbetsytor och befogenheter den gav samt åtkomsten för de partner som personen ansvarar för i uppgiften. Om uppgiften är den sista upphör också inloggningen, och uppgifterna raderas i sinom tid.",
        En: "With the duty end the groups, spaces and authorities that it gave, and the access of the partners whom the person sponsors by it. Where it is the last one, signing in ends too, and the data is erased in its time.");
    public static readonly Text When = new(Fi: "Milloin", Sv: "När", En: "When");
    public static readonly Text Now = new(Fi: "Heti", Sv: "Genast", En: "Now");
    public static readonly Text OnDay = new(Fi: "Päivän päätteeksi", Sv: "I slutet av en dag", En: "At the end of a day");
    public static readonly Text DayHelp = new(Fi: "Tarvitaan, jos tehtävä ei pääty heti.", Sv: "Behövs om uppgiften inte upphör genast.", En: "Needed where it does not end now.");
    public static readonly Text End = new(Fi: "Päätä tehtävä", Sv: "Avsluta uppgiften", En: "End the duty");
    public static readonly Text Extend = new(Fi: "Ehdota jatkoa", Sv: "Föreslå förlängning", En: "Propose to go on");
    public static readonly Text Later = new(
        Fi: $"Jatkoa voi ehdottaa, kun tehtävän päättymiseen on enintään {TeamQueries.Days} päivää.",
        Sv: $"En förlängning kan föreslås när högst {TeamQueries.Days} dagar återstår av uppgiften.",
        En: $"That it go on can be proposed once it ends within {TeamQueries.Days} days.");
    public static readonly Text Code = new(Fi: "Kirjautumiskoodi", Sv: "Inloggningskod", En: "Sign-in code");

    public static readonly Text NoGiven = new(Fi: "Kirjoita etunimi.", Sv: "Skriv förnamnet.", En: "Write the given name.");
    public static readonly Text NoFamily = new(Fi: "Kirjoita sukunimi.", Sv: "Skriv efternamnet.", En: "Write the family name.");
    public static readonly Text GroupElsewhere = new(
        Fi: "Valitse ryhmiä omista kouluistasi.", Sv: "Välj grupper i dina egna skolor.", En: "Choose groups of your own schools.");
    public static readonly Text AlsoUnits = new(Fi: "Työskentelee myös", Sv: "Arbetar också i", En: "Also works in");
    public static readonly Text AlsoUnitsHelp = new(
        Fi: "Pääsy näiden yksiköiden ryhmiin ja tiloihin alkaa ja päättyy samoina päivinä.",
        Sv: "Åtkomsten till de här enheternas grupper och arbetsytor börjar och slutar samma dagar.",
        En: "Access to the groups and spaces of these units begins and ends on the same days.");
    public static readonly Text Groups = new(Fi: "Luokat ja opetusryhmät", Sv: "Klasser och undervisningsgrupper", En: "Classes and teaching groups");
    public static readonly Text BadUserId = new(Fi: "Käyttäjätunnuksessa ei voi olla välilyöntejä tai välimerkkejä.", Sv: "Användarnamnet kan inte innehålla mellanslag eller skiljetecken.", En: "A user ID has no blanks or punctuation.");
    public static readonly Text BadFirstDay = new(
        Fi: "Valitse ensimmäinen päivä: enintään kuukausi taaksepäin ja vuosi eteenpäin.",
        Sv: "Välj den första dagen: högst en månad bakåt och ett år framåt.",
        En: "Choose the first day: at most a month back and a year ahead.");
    public static readonly Text BadLastDay = new(
        Fi: "Valitse viimeinen päivä, joka on tänään tai myöhemmin eikä ennen ensimmäistä päivää.",
        Sv: "Välj en sista dag som är i dag eller senare och inte före den första dagen.",
        En: "Choose a last day that is today or later, and not before the first day.");
    public static readonly Text SubstituteEnds = new(Fi: "Sijaisuudella on oltava viimeinen päivä.", Sv: "Ett vikariat ska ha en sista dag.", En: "A substitute needs a last day.");
    public static readonly Text NoUnit = new(Fi: "Valitse yksikkö.", Sv: "Välj en enhet.", En: "Choose a unit.");
    public static readonly Text NoDuty = new(Fi: "Valitse tehtävä luettelosta.", Sv: "Välj en uppgift i förteckningen.", En: "Choose a duty from the list.");
    public static readonly Text UnitElsewhere = new(
        Fi: "Et vastaa tästä yksiköstä. Pyydä sen esihenkilöä ehdottamaan henkilöä omaan yksikköönsä, ja päätä tehtävä täällä.",
        Sv: "Du ansvarar inte för den enheten. Be dess chef föreslå personen till sin enhet, och avsluta uppgiften här.",
        En: "You do not answer for this unit. Ask its head to propose the person there, and end the duty here.");
    public static readonly Text HeadAtOnce = new(
        Fi: "Yksikön esihenkilön tehtävä vaihtuu vain heti. Valitse tämä päivä.",
        Sv: "Uppgiften för enhetens chef ändras bara genast. Välj dagens datum.",
        En: "The duty of the head of a unit changes only at once. Choose today.");

    /// <summary>Null where the end is open.</summary>
    public static DateOnly? Closed(DateOnly lastDay) => lastDay >= Helsinki.Open ? null : lastDay;

    /// <summary>The duty and the place, as far as there are.</summary>
    public static string What(string? dutyFi, string? dutySv, string? unitFi, string? unitSv, Population population)
    {
        var parts = new[] { dutyFi is null ? null : PersonText.Named(dutyFi, dutySv!).ToString(), unitFi is null ? null : PersonText.Named(unitFi, unitSv!).ToString() }.OfType<string>().ToList();
        return parts.Count == 0 ? EndingText.Of(population).ToString() : string.Join(", ", parts);
    }

    public static Text Until(DateOnly lastDay) => EndingText.Ends(lastDay);

    public static Text Begins(DateOnly firstDay) => new(Fi: $"alkaa {Say.Day(firstDay)}", Sv: $"börjar {Say.Day(firstDay)}", En: $"begins {Say.Day(firstDay)}");

    public static Text BadFrom(DateOnly lastDay) => lastDay >= Helsinki.Open
        ? new(Fi: "Valitse tämä päivä tai myöhempi.", Sv: "Välj dagens datum eller ett senare.", En: "Choose today or a later day.")
        : new(Fi: $"Valitse päivä tästä päivästä tehtävän viimeiseen päivään, {Say.Day(lastDay)}.", Sv: $"Välj en dag från i dag till uppgiftens sista dag, {Say.Day(lastDay)}.", En: $"Choose a day from today to the last day of the duty, {Say.Day(lastDay)}.");

    public static Text BadEnd(DateOnly lastDay) => lastDay >= Helsinki.Open ? BadLastDay : BadFrom(lastDay);

    /// <summary>Who keeps an assignment up that is not the supervisor's own to change.</summary>
    public static Text KeptBy(Source source) => source switch
    {
        Source.Sponsors => EndingText.SponsorsRenew,
        Source.Supervisors or Source.Decisions or Source.Schools or Source.Operator or Source.Scim or Source.Ldap => new(
            Fi: $"Tehtävää pidetään yllä muualla: {SourceText.Of(source).Fi}. Muutos ja päättäminen tehdään siellä, ja täällä voit ehdottaa jatkoa.",
            Sv: $"Uppgiften upprätthålls på annat håll: {SourceText.Of(source).Sv}. Den ändras och avslutas där, och här kan du föreslå en förlängning.",
            En: $"The duty is kept up elsewhere: {SourceText.Of(source).En}. It is changed and ended there, and here you can propose that it go on."),
    };
}

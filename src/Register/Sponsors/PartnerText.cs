using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of partners and of those who answer for them.</summary>
internal static class PartnerText
{
    public static readonly Text Title = new(Fi: "Kumppanit, joista vastaat", Sv: "Partner som du ansvarar för", En: "Partners you answer for");
    public static readonly Text Lead = new(
        Fi: "Kumppanilla on aina vastuuhenkilö ja viimeinen päivä. Kun vastuuhenkilöä ei ole, pääsy suljetaan.",
        Sv: "En partner har alltid en ansvarsperson och en sista dag. När ansvarsperson saknas stängs åtkomsten.",
        En: "A partner always has a sponsor and a last day. Where there is no sponsor, the access is shut.");
    public static readonly Text NobodyTitle = new(Fi: "Et vastaa kenestäkään kumppanista", Sv: "Du ansvarar inte för någon partner", En: "You answer for no partner");
    public static readonly Text Nobody = new(
        Fi: "Tässä näkyvät kumppanit, joiden vastuuhenkilö tai varavastuuhenkilö olet.",
        Sv: "Här visas de partner som du är ansvarsperson eller ersättande ansvarsperson för.",
        En: "The partners whose sponsor or deputy sponsor you are are shown here.");
    public static readonly Text Invite = new(Fi: "Kutsu kumppani", Sv: "Bjud in en partner", En: "Invite a partner");
    public static readonly Text InviteLead = new(
        Fi: "Sinusta tulee kumppanin vastuuhenkilö. Kumppani näkee vain ne työtilat, jotka valitset.",
        Sv: "Du blir partnerns ansvarsperson. Partnern ser bara de arbetsytor som du väljer.",
        En: "You become the partner's sponsor. The partner sees only the spaces that you choose.");
    public static readonly Text SendInvitation = new(Fi: "Kutsu", Sv: "Bjud in", En: "Invite");
    public static readonly Text Cancel = new(Fi: "Peruuta", Sv: "Avbryt", En: "Cancel");
    public static readonly Text GivenName = new(Fi: "Etunimi", Sv: "Förnamn", En: "Given name");
    public static readonly Text FamilyName = new(Fi: "Sukunimi", Sv: "Efternamn", En: "Family name");
    public static readonly Text Email = new(Fi: "Sähköposti", Sv: "E-post", En: "E-mail");
    public static readonly Text Organisation = new(Fi: "Organisaatio", Sv: "Organisation", En: "Organisation");
    public static readonly Text Contract = new(Fi: "Sopimuksen viite", Sv: "Avtalets referens", En: "Contract reference");
    public static readonly Text ContractHelp = new(Fi: "Esimerkiksi asianumero.", Sv: "Till exempel ärendenumret.", En: "The number of the matter, for one.");
    public static readonly Text Purpose = new(Fi: "Yhteistyön tarkoitus", Sv: "Samarbetets ändamål", En: "Purpose of the cooperation");
    public static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "The last day");
    public static readonly Text LastDayHelp = new(
        Fi: "Enintään 12 kuukauden päässä, eikä oman tehtäväsi päättymisen jälkeen.",
        Sv: "Högst 12 månader framåt, och inte efter att din egen uppgift upphör.",
        En: "At most 12 months ahead, and not after the end of your own duty.");
    public static readonly Text Places = new(Fi: "Työtilat", Sv: "Arbetsytor", En: "Spaces");
    public static readonly Text PlacesHelp = new(
        Fi: "Hoitamasi tilat, joihin voi kutsua ulkopuolisia. Kumppani voi kirjoittaa niissä samaan päivään asti.",
        Sv: "De arbetsytor du sköter dit utomstående kan bjudas in. Partnern kan skriva i dem till samma dag.",
        En: "The spaces you keep that people from outside can be invited to. The partner can write in them until the same day.");
    public static readonly Text NoPlaces = new(
        Fi: "Et hoida tilaa, johon voi kutsua ulkopuolisia. Tilan hoitaja voi päästää kumppanin tilaan myöhemmin.",
        Sv: "Du sköter ingen arbetsyta dit utomstående kan bjudas in. En ansvarig för en arbetsyta kan släppa in partnern senare.",
        En: "You keep no space that people from outside can be invited to. The steward of a space can let the partner in later.");
    public static readonly Text PlacesNow = new(
        Fi: "Kutsu avaa nämä tilat. Ne päättyvät kumppanin pääsyn mukana ja jatkuvat sen mukana.",
        Sv: "Inbjudan öppnar de här arbetsytorna. De upphör med partnerns åtkomst och fortsätter med den.",
        En: "The invitation opens these spaces. They end with the partner's access and go on with it.");
    public static readonly Text NoPlacesNow = new(Fi: "Kutsu ei nyt avaa yhtään tilaa.", Sv: "Inbjudan öppnar nu ingen arbetsyta.", En: "The invitation opens no space now.");
    public static readonly Text PlaceUnseen = new(Fi: "Tila, jota et näe", Sv: "En arbetsyta som du inte ser", En: "A space that you do not see");
    public static readonly Text ClosePlace = new(Fi: "Päätä", Sv: "Avsluta", En: "End");
    public static readonly Text OpenAnother = new(Fi: "Avaa toinen tila", Sv: "Öppna en annan arbetsyta", En: "Open another space");
    public static readonly Text OpenPlace = new(Fi: "Avaa tila", Sv: "Öppna arbetsytan", En: "Open the space");
    public static readonly Text NotOffered = new(
        Fi: "Tilaa ei voi avata. Valitse luettelosta tila, jota hoidat itse.",
        Sv: "Arbetsytan kan inte öppnas. Välj en av dem du själv sköter i förteckningen.",
        En: "The space cannot be opened. Choose one that you keep from the list.");
    public static readonly Text Deputy = new(Fi: "Varavastuuhenkilö", Sv: "Ersättande ansvarsperson", En: "Deputy sponsor");
    public static readonly Text DeputyHelp = new(
        Fi: "Jatkaa vastuuhenkilönä, jos lähdet. Kirjoita nimi tai käyttäjätunnus.",
        Sv: "Fortsätter som ansvarsperson om du slutar. Skriv ett namn eller användarnamn.",
        En: "Goes on as the sponsor if you leave. Write a name or a user ID.");
    public static readonly Text WhichDeputy = new(Fi: "Ketä tarkoitat?", Sv: "Vem menar du?", En: "Whom do you mean?");
    public static readonly Text DeputyUnknown = new(
        Fi: "Henkilökunnasta ei löydy ketään muuta tällä nimellä.", Sv: "Ingen annan i personalen hittades med det namnet.", En: "Nobody else of the staff was found by that name.");
    public static readonly Text DeputyMany = new(Fi: "Useampi sopii. Valitse yksi.", Sv: "Flera passar. Välj en.", En: "Several fit. Choose one.");
    public static readonly Text Sponsor = new(Fi: "Vastuuhenkilö", Sv: "Ansvarsperson", En: "Sponsor");
    public static readonly Text State = new(Fi: "Tilanne", Sv: "Läge", En: "State");
    public static readonly Text SignInCode = new(Fi: "Anna kertakoodi", Sv: "Ge en engångskod", En: "Give a one-time code");
    public static readonly Text SignInCodeLead = new(
        Fi: "Kumppani kirjautuu ensimmäisen kerran kertakoodilla, jonka annat hänelle itse.",
        Sv: "Partnern loggar in första gången med en engångskod som du själv ger.",
        En: "The partner signs in for the first time with a one-time code, which you hand over yourself.");
    public static readonly Text RenewTitle = new(Fi: "Jatka kumppanin aikaa", Sv: "Förläng partnerns tid", En: "Renew the partner");
    public static readonly Text Renew = new(Fi: "Jatka", Sv: "Förläng", En: "Renew");
    public static readonly Text NewDay = new(Fi: "Uusi viimeinen päivä", Sv: "Ny sista dag", En: "New last day");
    public static readonly Text Reason = new(Fi: "Perustelu", Sv: "Motivering", En: "Reason");
    public static readonly Text ReasonHelp = new(Fi: "Miksi kumppania tarvitaan edelleen.", Sv: "Varför partnern fortfarande behövs.", En: "Why the partner is still needed.");
    public static readonly Text ReasonNeeded = new(
        Fi: "Kirjoita, miksi kumppania tarvitaan edelleen. Enintään 500 merkkiä.", Sv: "Skriv varför partnern fortfarande behövs. Högst 500 tecken.", En: "Write why the partner is still needed. At most 500 characters.");
    public static readonly Text TakeOverTitle = new(Fi: "Ota vastuu", Sv: "Ta ansvaret", En: "Take over");
    public static readonly Text TakeOver = new(Fi: "Ota vastuu kumppanista", Sv: "Ta ansvaret för partnern", En: "Become the sponsor");
    public static readonly Text TakeOverLead = new(
        Fi: "Sinusta tulee kumppanin vastuuhenkilö sovittuun päivään asti, kuitenkin enintään oman tehtäväsi loppuun.",
        Sv: "Du blir partnerns ansvarsperson till den avtalade dagen, dock högst tills din egen uppgift upphör.",
        En: "You become the partner's sponsor until the agreed day, but no longer than your own duty lasts.");
    public static readonly Text SaveDeputy = new(Fi: "Tallenna", Sv: "Spara", En: "Save");
    public static readonly Text NoDeputy = new(Fi: "Ei varavastuuhenkilöä", Sv: "Ingen ersättande ansvarsperson", En: "No deputy sponsor");
    public static readonly Text EndTitle = new(Fi: "Päätä heti", Sv: "Avsluta genast", En: "End now");
    public static readonly Text End = new(Fi: "Päätä pääsy nyt", Sv: "Avsluta åtkomsten nu", En: "End the access now");
    public static readonly Text EndLead = new(
        Fi: "Kumppanin pääsy ja käyttäjätunnus poistuvat samalla hetkellä.", Sv: "Partnerns åtkomst och användarnamn försvinner i samma stund.", En: "The partner's access and user ID go the same moment.");
    public static readonly Text History = new(Fi: "Historia", Sv: "Historik", En: "History");
    public static readonly Text Open = new(Fi: "Avaa", Sv: "Öppna", En: "Open");
    public static readonly Text Older = new(Fi: "Näytä vanhempia", Sv: "Visa äldre", En: "Show older");

    public static readonly Text BadEmail = new(
        Fi: "Kirjoita sähköpostiosoite muodossa nimi@yritys.fi.", Sv: "Skriv e-postadressen i formen namn@foretag.fi.", En: "Write the e-mail address as name@company.fi.");
    public static readonly Text Waiting = new(Fi: "Odottavat kutsut", Sv: "Väntande inbjudningar", En: "Waiting invitations");
    public static readonly Text WaitingLead = new(
        Fi: "Nämä kutsut odottavat rekisterin käsittelyä. Ne etenevät itsestään, eikä sinun tarvitse tehdä mitään. Kutsu raukeaa viimeisenä päivänään.",
        Sv: "De här inbjudningarna väntar på handläggning i registret. De går vidare av sig själva, och du behöver inte göra något. En inbjudan förfaller på sin sista dag.",
        En: "These invitations wait for the register. They go on by themselves, and there is nothing for you to do. An invitation lapses on its last day.");
    public static readonly Text NoneWaits = new(Fi: "Mikään kutsu ei odota.", Sv: "Ingen inbjudan väntar.", En: "No invitation waits.");
    public static readonly Text Unnamed = new(Fi: "Kumppani", Sv: "Partner", En: "Partner");
    public static readonly Text OwnSponsor = new(
        Fi: "Kutsuja ei voi vastata itsestään: tämä henkilö on kutsun lähettäjä.", Sv: "Ingen ansvarar för sig själv: den här personen har sänt inbjudan.", En: "Nobody answers for themself: this person sent the invitation.");
    public static readonly Text StaffOnly = new(
        Fi: "Vastuuhenkilöllä on oltava voimassa oleva tehtävä henkilökunnassa.", Sv: "Ansvarspersonen ska ha en gällande uppgift i personalen.", En: "A sponsor needs a duty in the staff that is in force.");
    public static readonly Text NotNow = new(
        Fi: "Kumppanin tilanne on muuttunut. Katso sivu uudelleen.", Sv: "Partnerns läge har ändrats. Titta på sidan igen.", En: "The partner's state has changed. Look at the page again.");

    public static Text OpenUntil(DateOnly lastDay) => new(Fi: $"Auki {Say.Day(lastDay)} asti", Sv: $"Öppen till {Say.Day(lastDay)}", En: $"Open until {Say.Day(lastDay)}");

    public static Text OpenAnotherHelp(DateOnly lastDay) => new(
        Fi: $"Hoitamasi tila. Kumppani voi kirjoittaa siinä {Say.Day(lastDay)} asti.",
        Sv: $"En arbetsyta som du sköter. Partnern kan skriva i den till {Say.Day(lastDay)}.",
        En: $"A space that you keep. The partner can write in it until {Say.Day(lastDay)}.");

    public static Text NeedsText(int longest) => new(
        Fi: $"Täytä tämä. Enintään {longest} merkkiä.", Sv: $"Fyll i det här. Högst {longest} tecken.", En: $"Fill this in. At most {longest} characters.");

    public static Text BadDay(DateOnly latest) => new(
        Fi: $"Valitse päivä tästä päivästä enintään päivään {Say.Day(latest)}.",
        Sv: $"Välj en dag från i dag till senast {Say.Day(latest)}.",
        En: $"Choose a day from today until {Say.Day(latest)} at the latest.");

    public static Text BadRenewal(DateOnly earliest, DateOnly latest) => new(
        Fi: $"Valitse päivä väliltä {Say.Day(earliest)}–{Say.Day(latest)}.",
        Sv: $"Välj en dag mellan {Say.Day(earliest)} och {Say.Day(latest)}.",
        En: $"Choose a day between {Say.Day(earliest)} and {Say.Day(latest)}.");

    public static Text BeyondSponsor(DateOnly lastDay) => new(
        Fi: $"Kumppani ei voi jatkaa vastuuhenkilön oman tehtävän jälkeen. Se päättyy {Say.Day(lastDay)}.",
        Sv: $"Partnern kan inte fortsätta efter ansvarspersonens egen uppgift. Den upphör {Say.Day(lastDay)}.",
        En: $"The partner cannot go on after the sponsor's own duty. It ends {Say.Day(lastDay)}.");

    public static Text Of(PartnerRow row) => row.State switch
    {
        PartnerState.InForce => new(Fi: $"Voimassa {Say.Day(row.LastDay)} asti", Sv: $"I kraft till {Say.Day(row.LastDay)}", En: $"In force until {Say.Day(row.LastDay)}"),
        PartnerState.EndsSoon => new(Fi: $"Päättyy pian, {Say.Day(row.LastDay)}", Sv: $"Upphör snart, {Say.Day(row.LastDay)}", En: $"Ends soon, {Say.Day(row.LastDay)}"),
        PartnerState.Acting => new(
            Fi: $"Tilapäinen vastuuhenkilö {Say.Day(row.LastDay)} asti", Sv: $"Tillfällig ansvarsperson till {Say.Day(row.LastDay)}", En: $"Acting sponsor until {Say.Day(row.LastDay)}"),
        PartnerState.Suspended => new(Fi: "Suljettu: vastuuhenkilöä ei ole", Sv: "Stängd: ansvarsperson saknas", En: "Suspended: there is no sponsor"),
        PartnerState.Ended => new(Fi: $"Päättynyt {Say.Day(row.LastDay)}", Sv: $"Upphörde {Say.Day(row.LastDay)}", En: $"Ended {Say.Day(row.LastDay)}"),
    };

    public static Text Of(SponsorshipKind kind) => kind switch
    {
        SponsorshipKind.Invited => new(Fi: "Kutsuttu", Sv: "Inbjuden", En: "Invited"),
        SponsorshipKind.Renewed => new(Fi: "Jatkettu", Sv: "Förlängd", En: "Renewed"),
        SponsorshipKind.Passed => new(Fi: "Siirtynyt varavastuuhenkilölle", Sv: "Övergått till ersättaren", En: "Passed to the deputy"),
        SponsorshipKind.Acting => new(Fi: "Yksikön esihenkilö tilapäisesti", Sv: "Enhetens chef tillfälligt", En: "The head of the unit, acting"),
        SponsorshipKind.TakenOver => new(Fi: "Vastuu otettu", Sv: "Ansvaret övertaget", En: "Taken over"),
    };

    public static Text Between(DateOnly from, DateOnly until) => new(Fi: $"{Say.Day(from)}–{Say.Day(until)}", Sv: $"{Say.Day(from)}–{Say.Day(until)}", En: $"{Say.Day(from)}–{Say.Day(until)}");
}

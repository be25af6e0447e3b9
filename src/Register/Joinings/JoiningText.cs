using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The words of joining two people and of parting them.</summary>
internal static class JoiningText
{
    public static readonly Text Title = new(Fi: "Yhdistämiset", Sv: "Sammanslagningar", En: "Joinings");
    public static readonly Text What = new(
        Fi: "Henkilöt, jotka on merkitty samaksi ihmiseksi, ja vastausta odottavat ehdotukset.",
        Sv: "Personer som har uppgetts vara samma människa, och förslag som väntar på svar.",
        En: "People said to be one human, and proposals that wait for an answer.");
    public static readonly Text Lead = new(
        Fi: "Kaksi pääkäyttäjää päättää yhdessä. Yhdistämisen voi purkaa kokonaan 30 päivän ajan. Tästä katselusta jäi lokimerkintä.",
        Sv: "Två huvudanvändare beslutar tillsammans. En sammanslagning kan upphävas helt i 30 dagar. Den här visningen antecknades i loggen.",
        En: "Two administrators decide together. A joining can be undone whole for 30 days. This view was noted in the log.");
    public static readonly Text Waiting = new(Fi: "Odottaa toista pääkäyttäjää", Sv: "Väntar på en andra huvudanvändare", En: "Waits for a second administrator");
    public static readonly Text Done = new(Fi: "Yhdistetty 30 päivän aikana", Sv: "Sammanslagna under 30 dagar", En: "Joined within 30 days");
    public static readonly Text NoneWaits = new(Fi: "Mikään ehdotus ei odota vastausta.", Sv: "Inget förslag väntar på svar.", En: "No proposal waits for an answer.");
    public static readonly Text NoneDone = new(Fi: "Ketään ei ole yhdistetty 30 päivän aikana.", Sv: "Ingen har slagits samman under 30 dagar.", En: "Nobody has been joined within 30 days.");
    public static readonly Text Open = new(Fi: "Vertaa ja vastaa", Sv: "Jämför och svara", En: "Compare and answer");

    public static readonly Text SamePerson = new(Fi: "Onko sama ihminen rekisterissä kahdesti?", Sv: "Finns samma människa två gånger i registret?", En: "Is the same human in the register twice?");
    public static readonly Text Compare = new(Fi: "Vertaa toiseen henkilöön", Sv: "Jämför med en annan person", En: "Compare with another person");
    public static readonly Text CompareLead = new(
        Fi: "Yhdistämisessä kaikki toisen tiedot ja tekemä siirtyvät yhdelle henkilölle ja toinen käyttäjätili päättyy. Samanniminen ei vielä ole sama ihminen.",
        Sv: "Vid en sammanslagning övergår allt som gäller den ena till en enda person, och det andra användarkontot upphör. Samma namn betyder ännu inte samma människa.",
        En: "Joining moves everything of the one to a single person, and the other account ends. The same name is not yet the same human.");
    public static readonly Text Other = new(Fi: "Toinen henkilö", Sv: "Den andra personen", En: "The other person");
    public static readonly Text OtherHelp = new(
        Fi: "Käyttäjätunnus, sähköpostiosoite tai henkilön rekisterisivun osoite.",
        Sv: "Användarnamn, e-postadress eller adressen till personens sida i registret.",
        En: "User ID, e-mail address, or the address of the person's page in the register.");
    public static readonly Text NotFound = new(
        Fi: "Tällä ei löydy toista henkilöä rekistereistä, joita hoidat.",
        Sv: "Ingen annan person hittades i de register du förvaltar.",
        En: "Nobody else was found by that in the registers you administer.");
    public static readonly Text Show = new(Fi: "Näytä rinnakkain", Sv: "Visa sida vid sida", En: "Show side by side");
    public static readonly Text SideBySide = new(Fi: "Rinnakkain", Sv: "Sida vid sida", En: "Side by side");
    public static readonly Text Since = new(Fi: "Rekisterissä alkaen", Sv: "I registret sedan", En: "In the register since");
    public static readonly Text Duties = new(Fi: "Tehtävät", Sv: "Uppgifter", En: "Duties");
    public static readonly Text Powers = new(Fi: "Valtuudet", Sv: "Befogenheter", En: "Authorities");
    public static readonly Text Sources = new(Fi: "Lähteet", Sv: "Källor", En: "Sources");
    public static readonly Text Made = new(Fi: "Tehnyt", Sv: "Har gjort", En: "Has made");
    public static readonly Text Nothing = new(Fi: "ei mitään", Sv: "inget", En: "nothing");

    public static readonly Text Happens = new(Fi: "Mitä tapahtuu", Sv: "Vad som händer", En: "What happens");
    public static readonly Text Kept = new(Fi: "Kumpi jää?", Sv: "Vem blir kvar?", En: "Who is kept?");
    public static readonly Text KeptHelp = new(
        Fi: "Ehdotuksena on kauemmin rekisterissä ollut. Jäävän henkilön käyttäjätunnus ja salasana jäävät voimaan.",
        Sv: "Föreslås den som har funnits längre i registret. Den personens användarnamn och lösenord gäller fortsättningsvis.",
        En: "Proposed is the one who has been in the register longer. That person's user ID and password stay in force.");
    public static readonly Text Propose = new(Fi: "Ehdota yhdistämistä", Sv: "Föreslå sammanslagning", En: "Propose joining");
    public static readonly Text Confirm = new(Fi: "Yhdistä henkilöt", Sv: "Slå samman personerna", En: "Join the people");
    public static readonly Text Reject = new(Fi: "Eri ihmiset, hylkää ehdotus", Sv: "Olika människor, avslå förslaget", En: "Different humans, reject");
    public static readonly Text Withdraw = new(Fi: "Peru ehdotus", Sv: "Återta förslaget", En: "Withdraw the proposal");

    /// <summary>What comes of it, point by point, before anybody answers.</summary>
    public static readonly IReadOnlyList<Text> Consequences =
    [
        new(
            Fi: "Lähteiden tietueet, tehtävät, ryhmät, työtilat ja valtuudet siirtyvät jäävälle.",
            Sv: "Källornas poster, uppgifter, grupper, arbetsytor och befogenheter övergår till den som blir kvar.",
            En: "Source records, duties, groups, spaces and authorities move to the one who is kept."),
        new(
            Fi: "Julkaisut, kommentit, reaktiot, kuittaukset, luonnokset, tiedostot ja ilmoitukset siirtyvät jäävälle. Jos molemmilla on sama, kuten kuittaus samasta julkaisusta, jäävän oma pysyy.",
            Sv: "Inlägg, kommentarer, reaktioner, kvitteringar, utkast, filer och aviseringar övergår till den som blir kvar. Har båda samma sak, till exempel en kvittering av samma inlägg, gäller den kvarvarandes egen.",
            En: "Posts, comments, reactions, confirmations, drafts, files and notifications move to the one who is kept. Where both have the same, such as a confirmation of one post, the kept person's own stays."),
        new(
            Fi: "Tietokortin kukin tieto tulee siltä lähteeltä, joka on lähteiden järjestyksessä ensin. Turvakielto jää voimaan, jos se on toisella.",
            Sv: "Varje uppgift på kortet kommer från den källa som är först i källornas ordning. En spärrmarkering gäller om den ena har den.",
            En: "Each detail of the card comes from the source that ranks first. A shield holds if either has it."),
        new(
            Fi: "Poistuvan istunnot, avaimet ja toinen vaihe päättyvät heti. Hänen käyttäjätunnuksensa palaa vain saman lähteen tunnisteella.",
            Sv: "Den andras sessioner, nycklar och andra steg upphör genast. Användarnamnet återkommer bara med samma källas identifierare.",
            En: "The other's sessions, keys and second factor end at once. The user ID comes back only by the same source key."),
        new(
            Fi: "Tiedot poistetaan myöhemmän käytön päättymisen mukaan, ja kummankin säilytysvelvoite on voimassa. Valtuus, jonka toinen on antanut toiselle, päättyy.",
            Sv: "Uppgifterna raderas enligt det senare slutet, och bevarandeplikter för båda gäller. En befogenhet som den ena har gett den andra upphör.",
            En: "Data is erased by the later end of use, and legal holds on either hold. An authority that one gave the other ends."),
        new(
            Fi: "Jäävä henkilö saa yhdistämisestä ilmoituksen.", Sv: "Den som blir kvar får en avisering om sammanslagningen.", En: "The person who is kept is told."),
    ];

    public static readonly Text PartTitle = new(Fi: "Erota henkilöt", Sv: "Skilj personerna åt", En: "Part the people");
    public static readonly Text PartRecordTitle = new(Fi: "Erota tietue henkilöstä", Sv: "Skilj posten från personen", En: "Part the record from the person");
    public static readonly Text PartRecord = new(Fi: "Tietue on jonkun muun: ehdota erottamista", Sv: "Posten gäller någon annan: föreslå åtskiljning", En: "The record is somebody else's: propose parting");
    public static readonly Text ProposePart = new(Fi: "Ehdota erottamista", Sv: "Föreslå åtskiljning", En: "Propose parting");
    public static readonly Text ConfirmPart = new(Fi: "Erota", Sv: "Skilj åt", En: "Part");
    public static readonly Text RejectPart = new(Fi: "Jätä ennalleen", Sv: "Lämna som det är", En: "Leave as it is");
    public static readonly Text GoesBack = new(Fi: "Mitä palaa", Sv: "Vad som återgår", En: "What goes back");
    public static readonly Text Stays = new(Fi: "Mitä ei voi erottaa", Sv: "Vad som inte kan skiljas åt", En: "What cannot be taken apart");
    public static readonly Text NotCounted = new(Fi: "Siirtyneitä rivejä ei enää tiedetä.", Sv: "Vilka rader som flyttades är inte längre känt.", En: "Which rows moved is no longer known.");

    public static readonly IReadOnlyList<Text> StaysWhole =
    [
        new(
            Fi: "Se, mitä on tehty yhdistämisen jälkeen, jää sille, jonka tilillä se tehtiin.",
            Sv: "Det som har gjorts efter sammanslagningen blir kvar hos den vars konto användes.",
            En: "What was made since the joining stays with the one under whose account it was made."),
        new(
            Fi: "Mitä molemmilla oli samaa (sama reaktio, kuittaus, lukumerkintä tai asetus), jäi vain kerran eikä palaa toiselle.",
            Sv: "Det som båda hade likadant (samma reaktion, kvittering, läsmarkering eller inställning) finns bara en gång och återgår inte.",
            En: "What both had alike (the same reaction, confirmation, read mark or setting) is there once and does not go back."),
        new(
            Fi: "Teksti, jossa mainittiin molemmat, mainitsee yhä vain jäävän. Luonnoksissa maininnat pysyvät.",
            Sv: "En text som nämnde båda nämner fortfarande bara den som blev kvar. I utkast kvarstår omnämnandena.",
            En: "A text that named both still names only the one who was kept. In drafts the mentions stay."),
        new(
            Fi: "Kuva ja aiemmat istunnot eivät palaa. Kummankin nimi ja muut kortin tiedot palaavat sellaisiksi kuin ne olivat, ellei lähde ole sen jälkeen sanonut muuta. Käyttäjätunnus palaa, kun sen lähde antaa sen.",
            Sv: "Bilden och tidigare sessioner återkommer inte. Bådas namn och övriga uppgifter på kortet blir som de var, om inte en källa har sagt något annat sedan dess. Användarnamnet återkommer när källan ger det.",
            En: "The picture and earlier sessions do not come back. The name and the other details of the card of each are again what they were, unless a source has said otherwise since. The user ID comes back when its source gives it."),
    ];

    public static readonly IReadOnlyList<Text> StaysOfRecord =
    [
        new(
            Fi: "Tietue ja sen pitämät tehtävät ryhmineen siirtyvät uudelle henkilölle.",
            Sv: "Posten och de uppgifter den upprätthåller, med grupper, övergår till en ny person.",
            En: "The record and the duties it keeps up, with their groups, go to a new person."),
        new(
            Fi: "Julkaisut, kommentit, tiedostot ja muu tehty jäävät sille, jonka tilillä ne tehtiin: kuka ne kirjoitti, ei ole talon tiedossa.",
            Sv: "Inlägg, kommentarer, filer och annat blir kvar hos den vars konto användes: vem som skrev dem vet huset inte.",
            En: "Posts, comments, files and all else that was made stay with the one under whose account it was made: who wrote them, the house does not know."),
        new(
            Fi: "Kortin tiedot siirtyvät vain siltä osin kuin ne ovat tästä tietueesta. Nimi on kummallakin sama, kunnes lähde antaa sen uudelleen. Tarkista se.",
            Sv: "Kortets uppgifter övergår bara till den del de kommer från den här posten. Båda har samma namn tills källan ger det på nytt. Kontrollera det.",
            En: "Details of the card go only as far as they are from this record. Both have the same name until the source gives it again. Check it."),
    ];

    public static readonly Text Oneself = new(
        Fi: "Omista tiedoistasi päättävät kaksi muuta pääkäyttäjää.", Sv: "Om dina egna uppgifter beslutar två andra huvudanvändare.", En: "Two other administrators decide about your own data.");
    public static readonly Text Changed = new(
        Fi: "Tiedot ovat muuttuneet sen jälkeen, kun avasit sivun. Katso ne uudelleen ja vastaa sitten.",
        Sv: "Uppgifterna har ändrats sedan du öppnade sidan. Se på dem igen och svara sedan.",
        En: "The details have changed since you opened the page. Look at them again, then answer.");
    public static readonly Text ChangedSince = new(
        Fi: "Tiedot ovat muuttuneet ensimmäisen vastauksen jälkeen, joten se ei enää päde. Vastauksesi on tallessa ja odottaa toista pääkäyttäjää.",
        Sv: "Uppgifterna har ändrats sedan det första svaret, som därför inte längre gäller. Ditt svar är sparat och väntar på en andra huvudanvändare.",
        En: "The details have changed since the first answer, which no longer counts. Your answer is kept and waits for a second administrator.");
    public static readonly Text Otherwise = new(
        Fi: "Toinen pääkäyttäjä on ehdottanut, että toinen henkilö jää. Vastauksesi on tallessa ja odottaa häntä: ketään ei yhdistetty.",
        Sv: "Den andra huvudanvändaren har föreslagit att den andra personen blir kvar. Ditt svar är sparat och väntar: ingen har slagits samman.",
        En: "The other administrator proposed that the other person be kept. Your answer is kept and waits for theirs: nobody was joined.");
    public static readonly Text SecondPerson = new(
        Fi: "Vastauksesi on tallessa. Toinen pääkäyttäjä vahvistaa sen.", Sv: "Ditt svar är sparat. En andra huvudanvändare bekräftar det.", En: "Your answer is kept. A second administrator confirms it.");
    public static readonly Text AnswersForOther = new(
        Fi: "Toinen on toisen vastuuhenkilö, eikä kukaan vastaa itsestään. Vaihda vastuuhenkilö ensin.",
        Sv: "Den ena är den andras ansvarsperson, och ingen ansvarar för sig själv. Byt först ansvarsperson.",
        En: "One of the two is the other's sponsor, and nobody answers for themself. Change the sponsor first.");
    public static readonly Text TooLate = new(
        Fi: "Yhdistämisestä on yli 30 päivää. Erota tietueet yksitellen henkilön rekisterisivulla.",
        Sv: "Sammanslagningen gjordes för över 30 dagar sedan. Skilj posterna åt en i taget på personens sida i registret.",
        En: "The joining is more than 30 days old. Part the records one by one on the person's page in the register.");
    public static readonly Text OnlyRecord = new(
        Fi: "Henkilö on rekisterissä vain tämän tietueen vuoksi. Erotettavaa ei ole.",
        Sv: "Personen finns i registret bara på grund av den här posten. Det finns inget att skilja åt.",
        En: "The person is in the register by this record alone. There is nothing to part.");

    public static Text Asked(string? who, DateTime at) => new(
        Fi: $"{who ?? PersonText.Former.Fi} ehdotti {Say.Day(at)}. Odottaa toista pääkäyttäjää.",
        Sv: $"{who ?? PersonText.Former.Sv} föreslog {Say.Day(at)}. Väntar på en andra huvudanvändare.",
        En: $"{who ?? PersonText.Former.En} proposed on {Say.Day(at)}. Waits for a second administrator.");

    public static Text AskedKept(string? who, string kept) => new(
        Fi: $"{who ?? PersonText.Former.Fi} ehdottaa, että {kept} jää.",
        Sv: $"{who ?? PersonText.Former.Sv} föreslår att {kept} blir kvar.",
        En: $"{who ?? PersonText.Former.En} proposes that {kept} is kept.");

    public static Text YouAsked(string kept) => new(
        Fi: $"Olet ehdottanut, että {kept} jää. Toinen pääkäyttäjä vahvistaa.",
        Sv: $"Du har föreslagit att {kept} blir kvar. En andra huvudanvändare bekräftar.",
        En: $"You have proposed that {kept} is kept. A second administrator confirms.");

    public static Text Becomes(string other, string kept) => new(Fi: $"{other} → {kept}", Sv: $"{other} → {kept}", En: $"{other} → {kept}");

    public static Text JoinedOn(DateTime at) => new(Fi: $"Yhdistetty {Say.Day(at)}", Sv: $"Sammanslagna {Say.Day(at)}", En: $"Joined on {Say.Day(at)}");

    public static Text UndoneUntil(DateTime joinedAt) => new(
        Fi: $"Voi purkaa {Say.Day(joinedAt + Joining.Patience)} asti", Sv: $"Kan upphävas till {Say.Day(joinedAt + Joining.Patience)}", En: $"Can be undone until {Say.Day(joinedAt + Joining.Patience)}");

    public static Text Back(int rows) => Text.Count(
        rows,
        one: new(
            Fi: "1 yhdistämisessä siirtynyt tieto palaa erotettavalle.", Sv: "1 uppgift som övergick vid sammanslagningen återgår till den som skiljs ut.", En: "1 thing that moved when they were joined goes back to the one who is parted."),
        other: new(
            Fi: "{n} yhdistämisessä siirtynyttä tietoa palaa erotettavalle: tietueet, tehtävät, ryhmät ja kaikki, mitä hän oli tehnyt.",
            Sv: "{n} uppgifter som övergick vid sammanslagningen återgår till den som skiljs ut: poster, uppgifter, grupper och allt personen hade gjort.",
            En: "{n} things that moved when they were joined go back to the one who is parted: records, duties, groups and all that person had made."));

    public static Text Waits(int joinings) => Text.Count(
        joinings, one: new(Fi: "1 ehdotus odottaa toista pääkäyttäjää", Sv: "1 förslag väntar på en andra huvudanvändare", En: "1 proposal waits for a second administrator"),
        other: new(Fi: "{n} ehdotusta odottaa toista pääkäyttäjää", Sv: "{n} förslag väntar på en andra huvudanvändare", En: "{n} proposals wait for a second administrator"));

    public static Text Partners(int partners) => Text.Count(
        partners, one: new(Fi: "vastaa 1 kumppanista", Sv: "ansvarar för 1 partner", En: "answers for 1 partner"),
        other: new(Fi: "vastaa {n} kumppanista", Sv: "ansvarar för {n} partner", En: "answers for {n} partners"));

    public static Text Of(MadeKind kind, int count) => kind switch
    {
        MadeKind.Posts => Text.Count(count, one: new(Fi: "1 julkaisu", Sv: "1 inlägg", En: "1 post"), other: new(Fi: "{n} julkaisua", Sv: "{n} inlägg", En: "{n} posts")),
        MadeKind.Comments => Text.Count(count, one: new(Fi: "1 kommentti", Sv: "1 kommentar", En: "1 comment"), other: new(Fi: "{n} kommenttia", Sv: "{n} kommentarer", En: "{n} comments")),
        MadeKind.Reactions => Text.Count(count, one: new(Fi: "1 reaktio", Sv: "1 reaktion", En: "1 reaction"), other: new(Fi: "{n} reaktiota", Sv: "{n} reaktioner", En: "{n} reactions")),
        MadeKind.Confirmations => Text.Count(count, one: new(Fi: "1 kuittaus", Sv: "1 kvittering", En: "1 confirmation"), other: new(Fi: "{n} kuittausta", Sv: "{n} kvitteringar", En: "{n} confirmations")),
        MadeKind.Drafts => Text.Count(count, one: new(Fi: "1 luonnos", Sv: "1 utkast", En: "1 draft"), other: new(Fi: "{n} luonnosta", Sv: "{n} utkast", En: "{n} drafts")),
        MadeKind.Files => Text.Count(count, one: new(Fi: "1 tiedosto", Sv: "1 fil", En: "1 file"), other: new(Fi: "{n} tiedostoa", Sv: "{n} filer", En: "{n} files")),
        MadeKind.Reports => Text.Count(count, one: new(Fi: "1 ilmoitus sisällöstä", Sv: "1 anmälan om innehåll", En: "1 report of content"), other: new(Fi: "{n} ilmoitusta sisällöstä", Sv: "{n} anmälningar om innehåll", En: "{n} reports of content")),
    };
}

using Tupa.Kernel;

namespace Tupa.Register;

internal static class CorrectionText
{
    public static readonly Text Ask = new(Fi: "Pyydä korjausta", Sv: "Be om rättelse", En: "Ask for a correction");
    public static readonly Text AskHow = new(
        Fi: "Pyyntö menee sille, joka vastaa lähteestä. Korjattua tietoa ei kumota, vaikka lähde vielä kertoisi vanhan.",
        Sv: "Begäran går till den som ansvarar för källan. En rättad uppgift upphävs inte även om källan ännu ger den gamla.",
        En: "It goes to whoever answers for the source. What has been put right is not undone while the source still says the old.");
    public static readonly Text Which = new(Fi: "Mikä tieto", Sv: "Vilken uppgift", En: "Which detail");
    public static readonly Text Wrong = new(Fi: "Mikä on väärin ja miten sen pitäisi olla?", Sv: "Vad är fel och hur borde det vara?", En: "What is wrong, and how should it be?");
    public static readonly Text Send = new(Fi: "Lähetä pyyntö", Sv: "Skicka begäran", En: "Send");
    public static readonly Text NoneYet = new(
        Fi: "Et ole pyytänyt korjauksia.", Sv: "Du har inte bett om rättelser.", En: "You have asked for no corrections.");

    public static readonly Text Yours = new(Fi: "Korjauspyyntösi", Sv: "Dina begäranden om rättelse", En: "Your requests for correction");
    public static readonly Text Title = new(Fi: "Korjauspyynnöt", Sv: "Begäranden om rättelse", En: "Requests for correction");
    public static readonly Text None = new(Fi: "Pyyntöjä ei ole.", Sv: "Det finns inga begäranden.", En: "There are none.");
    public static readonly Text Empty = new(Fi: "Kirjoita, mikä on väärin.", Sv: "Skriv vad som är fel.", En: "Write what is wrong.");
    public static readonly Text Value = new(Fi: "Oikea arvo", Sv: "Rätt värde", En: "The right value");
    public static readonly Text ValueHow = new(Fi: "Jätä tyhjäksi, jos et korjaa sitä täällä.", Sv: "Lämna tomt om du inte rättar den här.", En: "Leave empty if you do not put it right here.");
    public static readonly Text Answer = new(Fi: "Vastaus henkilölle", Sv: "Svar till personen", En: "Answer to the person");
    public static readonly Text PutRight = new(Fi: "Korjaa", Sv: "Rätta", En: "Put right");
    public static readonly Text Decline = new(Fi: "Ei korjata", Sv: "Rättas inte", En: "Do not change");
    public static readonly Text Close = new(Fi: "Lähde on korjattu", Sv: "Källan har rättats", En: "The source is right now");
    public static readonly Text NoValue = new(Fi: "Kirjoita oikea arvo.", Sv: "Skriv det rätta värdet.", En: "Write the right value.");
    public static readonly Text NoAnswer = new(Fi: "Kirjoita, miksi tietoa ei korjata.", Sv: "Skriv varför uppgiften inte rättas.", En: "Write why it is not changed.");
    public static readonly Text Answered = new(Fi: "Pyyntöön on jo vastattu.", Sv: "Begäran har redan besvarats.", En: "It has been answered already.");
    public static readonly Text NotByHand = new(
        Fi: "Tätä tietoa ei korjata käsin. Korjaa se lähteessä.", Sv: "Denna uppgift rättas inte för hand. Rätta den i källan.", En: "This is not put right by hand. Put it right in the source.");

    public static Text TooLong(int most) => new(Fi: $"Enintään {most} merkkiä.", Sv: $"Högst {most} tecken.", En: $"At most {most} characters.");

    public static Text Of(CorrectionState state) => state switch
    {
        CorrectionState.Asked => new(Fi: "Odottaa vastausta", Sv: "Väntar på svar", En: "Waits for an answer"),
        CorrectionState.Corrected => new(Fi: "Korjattu, lähde ei vielä", Sv: "Rättat, källan ännu inte", En: "Put right, the source not yet"),
        CorrectionState.Settled => new(Fi: "Korjattu", Sv: "Rättat", En: "Put right"),
        CorrectionState.Declined => new(Fi: "Ei korjattu", Sv: "Inte rättat", En: "Not changed"),
    };
}

using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What may be wrong with a file of supervisors, and what is said where one is made. No text repeats a value of the file.</summary>
internal static class SupervisorText
{
    public static readonly Text UnitUnknown = new(
        Fi: "Yksikköä ei löydy. Kirjoita yksikön nimi, koulun oppilaitostunnus tai yksikön tunniste.",
        Sv: "Enheten hittades inte. Skriv enhetens namn, skolans läroanstaltskod eller enhetens identifierare.",
        En: "The unit was not found. Write its name, the institution code of a school, or its identifier.");
    public static readonly Text UnitAmbiguous = new(
        Fi: "Samannimisiä yksiköitä on useita. Kirjoita nimen sijasta oppilaitostunnus tai yksikön tunniste.",
        Sv: "Det finns flera enheter med samma namn. Skriv läroanstaltskoden eller enhetens identifierare i stället för namnet.",
        En: "More than one unit has this name. Write the institution code or the identifier of the unit instead.");
    public static readonly Text DutyUnknown = new(
        Fi: "Tehtävää ei ole tehtäväluettelossa. Kirjoita tehtävän nimi tai koodi, tai jätä tyhjäksi.",
        Sv: "Uppgiften finns inte i förteckningen. Skriv uppgiftens namn eller kod, eller lämna tomt.",
        En: "The duty is not on the coded list. Write its name or code, or leave it empty.");
    public static readonly Text NoSuchAbsent = new(
        Fi: "Tällä käyttäjätunnuksella ei ole ketään, jolla on tehtävä samassa yksikössä.",
        Sv: "Ingen med det användarnamnet har en uppgift i samma enhet.",
        En: "Nobody of this user ID has a duty in the same unit.");
    public static readonly Text DutyTwice = new(
        Fi: "Sama henkilö on samassa yksikössä ja tehtävässä kahdesti.",
        Sv: "Samma person har samma uppgift i samma enhet två gånger.",
        En: "The same person has the same duty in the same unit twice.");

    public static readonly Text Export = new(Fi: "Monta muutosta kerralla", Sv: "Många ändringar på en gång", En: "Many changes at once");
    public static readonly Text ExportHow = new(
        Fi: "Lataa tiedosto, jätä siihen vain ne henkilöt, joiden tiedot muuttuvat, ja toimita se lähteiden sivulla (esihenkilot-csv). Jokaisesta henkilöstä luetaan kaikki hänen rivinsä: tehtävä, jota niissä ei enää ole, päättyy. Ne, joilla on turvakielto, eivät ole tiedostossa.",
        Sv: "Ladda ner filen, behåll bara de personer vars uppgifter ändras och lämna in den på källornas sida (esihenkilot-csv). Alla rader om en person läses: en uppgift som inte längre finns på dem upphör. Personer med spärrmarkering finns inte i filen.",
        En: "Download the file, keep only the people in whom something changes, and deliver it on the page of sources (esihenkilot-csv). All rows of a person are read: a duty that is no longer on them ends. Shielded people are not in the file.");
    public static readonly Text Download = new(Fi: "Lataa esihenkilöiden ilmoittamat", Sv: "Ladda ner det som cheferna har meddelat", En: "Download what supervisors have told");
}

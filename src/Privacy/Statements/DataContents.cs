using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>What is held about people, in the words of the statement: registers A and B, and what the technical keeping needs besides.</summary>
public static class DataContents
{
    /// <summary>Staff, elected officials, partners and other third parties: seven fields.</summary>
    public static IReadOnlyList<Text> RegisterA { get; } =
    [
        new(Fi: "Käyttäjän nimi", Sv: "Användarens namn", En: "User's name"),
        new(Fi: "Ryhmät, joihin henkilö kuuluu", Sv: "Grupper som personen hör till", En: "Groups the person belongs to"),
        new(Fi: "Sähköpostiosoite", Sv: "E-postadress", En: "E-mail address"),
        new(Fi: "Käyttäjätunnus", Sv: "Användarnamn", En: "User ID"),
        new(Fi: "Puhelinnumero", Sv: "Telefonnummer", En: "Phone number"),
        new(Fi: "Työosoite", Sv: "Arbetsadress", En: "Work address"),
        new(Fi: "Organisaatio", Sv: "Organisation", En: "Organisation"),
    ];

    /// <summary>Education: eight fields.</summary>
    public static IReadOnlyList<Text> RegisterB { get; } =
    [
        new(Fi: "Käyttäjän nimi", Sv: "Användarens namn", En: "User's name"),
        new(Fi: "Käyttäjätunnus", Sv: "Användarnamn", En: "User ID"),
        new(Fi: "Sähköpostiosoite", Sv: "E-postadress", En: "E-mail address"),
        new(Fi: "Opetusryhmät", Sv: "Undervisningsgrupper", En: "Teaching groups"),
        new(Fi: "Koulu", Sv: "Skola", En: "School"),
        new(Fi: "Luokka", Sv: "Klass", En: "Class"),
        new(Fi: "Oppilaitostunnus", Sv: "Läroanstaltskod", En: "Institution code"),
        new(
            Fi: "Henkilön roolitietoja: henkilökunta / oppilas / opiskelija",
            Sv: "Uppgifter om personens roll: personal / elev / studerande",
            En: "The person's role: staff / pupil / student"),
    ];

    /// <summary>Not named by the original statement, and held: the lifecycle and the technical keeping.</summary>
    public static IReadOnlyList<Text> Technical { get; } =
    [
        new(Fi: "Tehtävät, niiden alku- ja päättymispäivä ja lähde", Sv: "Uppgifter, deras första och sista dag och källa", En: "Duties, their first and last day and their source"),
        new(Fi: "Yhteistyökumppanin vastuuhenkilö ja sopimuksen viite", Sv: "Samarbetspartnerns ansvarsperson och avtalets referens", En: "A partner's sponsor and the contract reference"),
        new(Fi: "Turvakielto tai käsittelyn rajoitus, ilman syytä", Sv: "Spärrmarkering eller begränsning av behandlingen, utan orsak", En: "Non-disclosure or restriction, without the reason"),
        new(Fi: "Kieli ja ilmoitusten asetukset", Sv: "Språk och inställningar för aviseringar", En: "Language and notification settings"),
        new(Fi: "Salasanan tiiviste, toinen tunnistautumistapa ja istunnot", Sv: "Lösenordets kondensat, den andra identifieringen och sessionerna", En: "The password's hash, the second factor and the sessions"),
        new(Fi: "Hyväksytyt ehdot ja niiden ajat", Sv: "Godkända villkor och när de godkändes", En: "Accepted terms and when they were accepted"),
        new(Fi: "Ilmoitukset, lukumerkinnät ja kuittaukset", Sv: "Aviseringar, läsmarkeringar och kvitteringar", En: "Notifications, read marks and confirmations"),
        new(Fi: "Lokitiedot siitä, mitä on tehty ja milloin", Sv: "Logguppgifter om vad som har gjorts och när", En: "Log data of what was done and when"),
    ];
}

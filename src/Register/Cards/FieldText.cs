using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>The fields of the two registers, in the statement's own words.</summary>
internal static class FieldText
{
    public static readonly Text Name = new(Fi: "Käyttäjän nimi", Sv: "Användarens namn", En: "User's name");
    public static readonly Text Given = new(Fi: "Etunimi", Sv: "Förnamn", En: "Given name");
    public static readonly Text Family = new(Fi: "Sukunimi", Sv: "Efternamn", En: "Family name");
    public static readonly Text Groups = new(Fi: "Ryhmät, joihin henkilö kuuluu", Sv: "Grupper som personen hör till", En: "Groups the person belongs to");
    public static readonly Text Email = new(Fi: "Sähköpostiosoite", Sv: "E-postadress", En: "E-mail address");
    public static readonly Text UserId = new(Fi: "Käyttäjätunnus", Sv: "Användarnamn", En: "User ID");
    public static readonly Text Phone = new(Fi: "Puhelinnumero", Sv: "Telefonnummer", En: "Phone number");
    public static readonly Text WorkAddress = new(Fi: "Työosoite", Sv: "Arbetsadress", En: "Work address");
    public static readonly Text Organisation = new(Fi: "Organisaatio", Sv: "Organisation", En: "Organisation");
    public static readonly Text TeachingGroups = new(Fi: "Opetusryhmät", Sv: "Undervisningsgrupper", En: "Teaching groups");
    public static readonly Text School = new(Fi: "Koulu", Sv: "Skola", En: "School");
    public static readonly Text Class = new(Fi: "Luokka", Sv: "Klass", En: "Class");
    public static readonly Text InstitutionCode = new(Fi: "Oppilaitostunnus", Sv: "Läroanstaltskod", En: "Institution code");
    public static readonly Text Role = new(Fi: "Rooli", Sv: "Roll", En: "Role");

    public static readonly Text SeenByStaff = new(Fi: "Henkilöstö ja ryhmiesi jäsenet", Sv: "Personalen och dina gruppers medlemmar", En: "Staff and the members of your groups");
    public static readonly Text SeenByShared = new(Fi: "Niiden ryhmien ja tilojen jäsenet, joissa olet", Sv: "Medlemmarna i de grupper och arbetsytor som du är med i", En: "The members of the groups and spaces you are in");
    public static readonly Text SeenByClose = new(Fi: "Luokkasi, opetusryhmiesi ja tilojesi jäsenet", Sv: "Medlemmarna i din klass, dina undervisningsgrupper och dina arbetsytor", En: "The members of your class, teaching groups and spaces");
    public static readonly Text SeenByYou = new(Fi: "Vain sinä", Sv: "Bara du", En: "Only you");
    public static readonly Text SeenByMembers = new(Fi: "Ryhmien jäsenet ja henkilöstö", Sv: "Gruppernas medlemmar och personalen", En: "The groups' members and staff");
    public static readonly Text UntilDutyEnds = new(Fi: "Tehtäväsi ajan", Sv: "Så länge din uppgift varar", En: "As long as your duty lasts");
    public static readonly Text UntilSchoolEnds = new(Fi: "Niin kauan kuin käyt koulua", Sv: "Så länge du går i skolan", En: "As long as you are at school");
    public static readonly Text UntilLastEnds = new(Fi: "Poistuu samalla hetkellä kuin viimeinen tehtävä", Sv: "Tas bort i samma stund som den sista uppgiften upphör", En: "Goes the moment the last duty ends");
    public static readonly Text UntilGroupEnds = new(Fi: "Ryhmän jäsenyyden ajan", Sv: "Så länge du är med i gruppen", En: "As long as you are in the group");
}

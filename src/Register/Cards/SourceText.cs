using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the sources and the fields of the cards are called, as the statement words them.</summary>
public static class SourceText
{
    public static Text Of(Source source) => source switch
    {
        Source.Supervisors => new(Fi: "Esihenkilö", Sv: "Chef", En: "Supervisor"),
        Source.Decisions => new(Fi: "Päätöksentekopalvelut", Sv: "Beslutsservice", En: "Decision-making Services"),
        Source.Sponsors => new(Fi: "Kumppanin vastuuhenkilö", Sv: "Partnerns ansvarsperson", En: "Partner's sponsor"),
        Source.Schools => new(Fi: "Oppilastietojärjestelmä", Sv: "Elevinformationssystemet", En: "Student information system"),
        Source.Operator => new(Fi: "Ylläpitäjä", Sv: "Operatör", En: "Operator"),
        Source.Scim => new(Fi: "Kaupungin käyttäjähakemisto (SCIM)", Sv: "Stadens användarkatalog (SCIM)", En: "City directory (SCIM)"),
        Source.Ldap => new(Fi: "Kaupungin käyttäjähakemisto (LDAP)", Sv: "Stadens användarkatalog (LDAP)", En: "City directory (LDAP)"),
    };

    public static Text Of(Population population) => population switch
    {
        Population.Staff => new(Fi: "Henkilöstö", Sv: "Personal", En: "Staff"),
        Population.Elected => new(Fi: "Luottamushenkilöt", Sv: "Förtroendevalda", En: "Elected officials"),
        Population.Partner => new(Fi: "Kumppanit", Sv: "Samarbetspartner", En: "Partners"),
        Population.Pupil => new(Fi: "Oppilaat ja opiskelijat", Sv: "Elever och studerande", En: "Pupils and students"),
    };

    public static Text Of(SchoolRole role) => role switch
    {
        SchoolRole.Staff => new(Fi: "henkilökunta", Sv: "personal", En: "staff"),
        SchoolRole.Pupil => new(Fi: "oppilas", Sv: "elev", En: "pupil"),
        SchoolRole.Student => new(Fi: "opiskelija", Sv: "studerande", En: "student"),
    };
}

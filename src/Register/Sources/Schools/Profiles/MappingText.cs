using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the fields of a profile are called: the statement's words where it has them.</summary>
internal static class MappingText
{
    private static readonly Text Key = new(Fi: "Avain", Sv: "Nyckel", En: "Key");
    private static readonly Text GivenName = new(Fi: "Kutsumanimi", Sv: "Tilltalsnamn", En: "Given name");
    private static readonly Text FamilyName = new(Fi: "Sukunimi", Sv: "Efternamn", En: "Family name");
    private static readonly Text ClassKey = new(Fi: "Luokan tunniste", Sv: "Klassens id", En: "Id of the class");
    private static readonly Text Duty = new(Fi: "Tehtävänimike", Sv: "Uppgiftsbenämning", En: "Duty");
    private static readonly Text FirstDay = new(Fi: "Ensimmäinen päivä", Sv: "Första dagen", En: "First day");
    private static readonly Text LastDay = new(Fi: "Viimeinen päivä", Sv: "Sista dagen", En: "Last day");
    private static readonly Text Shielded = new(Fi: "Turvakielto", Sv: "Spärrmarkering", En: "Non-disclosure for personal safety");

    public static Text Of(ProfileField field) => field switch
    {
        ProfileField.Key => Key,
        ProfileField.GivenName => GivenName,
        ProfileField.FamilyName => FamilyName,
        ProfileField.UserId => FieldText.UserId,
        ProfileField.Email => FieldText.Email,
        ProfileField.InstitutionCode => FieldText.InstitutionCode,
        ProfileField.SchoolName => FieldText.School,
        ProfileField.ClassName => FieldText.Class,
        ProfileField.ClassKey => ClassKey,
        ProfileField.Groups => FieldText.TeachingGroups,
        ProfileField.Role => FieldText.Role,
        ProfileField.Duty => Duty,
        ProfileField.FirstDay => FirstDay,
        ProfileField.LastDay => LastDay,
        ProfileField.Shielded => Shielded,
    };
}

namespace Tupa.Register;

/// <summary>The columns of the supervisors' file, in the order in which it is given out. It is read by the names, in any order.</summary>
internal static class SupervisorColumns
{
    public const string Key = "henkilöavain";
    public const string Family = "sukunimi";
    public const string Given = "etunimi";
    public const string UserId = "käyttäjätunnus";
    public const string Email = "sähköposti";
    public const string Unit = "yksikkö";
    public const string Duty = "tehtävä";
    public const string First = "alkaa";
    public const string Last = "päättyy";

    /// <summary>The user ID of the one stood in for.</summary>
    public const string Absent = "sijaistettava";

    public static readonly string[] Needed = [Key, Family, Given, UserId, Email, Unit, Duty, First, Last];

    public static readonly string[] All = [.. Needed, Absent];
}

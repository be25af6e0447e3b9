namespace Tupa.Demo;

/// <summary>An invented person. What is told of them stands on the cards, in the statement's own fields.</summary>
/// <param name="Index">The place in <see cref="DemoTown.People"/>; everything else points here by it.</param>
/// <param name="Language">The language the person uses the house in: "fi", "sv" or "en".</param>
/// <param name="Shielded">Turvakielto: seen only through a close group.</param>
/// <param name="Avatar">The number of their own picture in <see cref="DemoMedia"/>; null for those who have not added one. Pupils have none.</param>
public sealed record TownPerson(
    int Index, string GivenName, string FamilyName, string UserId, string Language, bool Shielded, int? Avatar)
{
    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>Staff, elected officials and partners; null for pupils.</summary>
    public TownCardA? CardA { get; internal set; }

    /// <summary>Pupils and the staff of schools; null for all others.</summary>
    public TownCardB? CardB { get; internal set; }
}

/// <summary>Register A. The groups of the card are the person's memberships, and stand in <see cref="DemoTown.Groups"/>.</summary>
public sealed record TownCardA(string Email, string Phone, string WorkAddress, string Organisation);

/// <summary>Register B. The teaching groups of the card are memberships, and stand in <see cref="DemoTown.Groups"/>.</summary>
/// <param name="Email">Null in grades 1–4.</param>
/// <param name="School">The unit that is the school.</param>
/// <param name="Class">"7B"; null for staff without a class of their own.</param>
/// <param name="Role">"oppilas", "opiskelija", "opettaja", "rehtori" or "henkilökunta".</param>
public sealed record TownCardB(string? Email, int School, string? Class, string InstitutionCode, string Role);

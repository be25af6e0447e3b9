namespace Tupa.Kernel;

/// <summary>Who does it: a person at the keyboard, or a named part of the house itself.</summary>
/// <param name="Person">The person; null for the house and for an anonymous visitor.</param>
/// <param name="Name">What the audit calls a part of the house; "person" or "anonymous" otherwise. Never a person's name.</param>
public sealed record Actor(PersonId? Person, string Name)
{
    public static readonly Actor Anonymous = new(null, "anonymous");

    public static Actor Of(PersonId person) => new(person, "person");

    /// <summary>A part of the house: "posts.draft-sweep".</summary>
    public static Actor House(string part) => new(null, part);
}

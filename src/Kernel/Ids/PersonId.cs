namespace Tupa.Kernel;

/// <summary>A data subject. The key of a person in every room; an erased person's id is never used again.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId New() => new(Guid.CreateVersion7());

    public static PersonId From(Guid value) => new(value);

    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

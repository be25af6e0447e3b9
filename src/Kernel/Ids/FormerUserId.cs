namespace Tupa.Kernel;

/// <summary>
/// An erased author, as one space remembers them: random, a new one for each space, so that a thread stays readable and no two
/// spaces can be laid side by side. No table leads from it to a person.
/// </summary>
public readonly record struct FormerUserId(Guid Value) : IId<FormerUserId>
{
    public static FormerUserId New() => new(Guid.CreateVersion7());

    public static FormerUserId From(Guid value) => new(value);

    public int CompareTo(FormerUserId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

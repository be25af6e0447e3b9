namespace Tupa.Kernel;

/// <summary>
/// An enum that stands in a column. Unordered ones are stored by name. Ordered ones are stored as their fixed numbers,
/// because text compares by letters and would let a Reader pass for an Editor.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class StoredAttribute : Attribute
{
    /// <summary>True where the values are compared with less and more.</summary>
    public bool Ordered { get; init; }
}

using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tupa.Kernel;

/// <summary>What a column may hold about people; every text column says it (DESIGN, law 6).</summary>
public enum Holds
{
    /// <summary>Codes, keys and names of things; never a person.</summary>
    Nobody,

    /// <summary>Names, addresses, numbers or keys of a person.</summary>
    Person,

    /// <summary>Text that people wrote: may name anybody.</summary>
    FreeText,
}

/// <summary>What becomes of the rows that name a person who turns out to be another, when the two are joined.</summary>
public enum JoinRule
{
    /// <summary>They name the one who is kept; where that one has the same already, that stays and this goes. What a column does that says nothing.</summary>
    Follows,

    /// <summary>They go: the ways in, and what is made anew.</summary>
    Ends,

    /// <summary>The room sees to it itself. The database keeps it from forgetting: a person whom a row still names cannot go.</summary>
    ByRoom,
}

/// <summary>Words for mapping columns.</summary>
public static class Columns
{
    /// <summary>The annotation that <see cref="WhenJoined{T}"/> leaves.</summary>
    public const string JoinAnnotation = "Tupa:Join";

    /// <summary>The annotation that <see cref="Holding{T}"/> leaves for the house tests.</summary>
    public const string HoldsAnnotation = "Tupa:Holds";

    internal const string EmbeddedAnnotation = "Tupa:Embedded";

    /// <summary>Whether the model is being made for SQLite: for the few lines of SQL in a mapping that differ.</summary>
    public static bool IsEmbedded(this IReadOnlyModel model) => (bool)model[EmbeddedAnnotation]!;

    /// <summary>Says what a text column may hold about people.</summary>
    public static PropertyBuilder<T> Holding<T>(this PropertyBuilder<T> property, Holds what) =>
        (PropertyBuilder<T>)property.HasAnnotation(HoldsAnnotation, what.ToString());

    /// <summary>Says what becomes of the rows of a column of people when two are joined, where they do not simply follow.</summary>
    public static PropertyBuilder<T> WhenJoined<T>(this PropertyBuilder<T> property, JoinRule rule) =>
        (PropertyBuilder<T>)property.HasAnnotation(JoinAnnotation, rule.ToString());

    /// <summary>A typed id that may outlive its row, so the database keeps no foreign key.</summary>
    public static PropertyBuilder<T> WithoutForeignKey<T>(this PropertyBuilder<T> property) =>
        (PropertyBuilder<T>)property.HasAnnotation(Conventions.NoForeignKey, true);
}

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

/// <summary>Words for mapping columns.</summary>
public static class Columns
{
    /// <summary>The annotation that <see cref="Holding{T}"/> leaves for the house tests.</summary>
    public const string HoldsAnnotation = "Tupa:Holds";

    internal const string EmbeddedAnnotation = "Tupa:Embedded";

    /// <summary>Whether the model is being made for SQLite: for the few lines of SQL in a mapping that differ.</summary>
    public static bool IsEmbedded(this IReadOnlyModel model) => (bool)model[EmbeddedAnnotation]!;

    /// <summary>Says what a text column may hold about people.</summary>
    public static PropertyBuilder<T> Holding<T>(this PropertyBuilder<T> property, Holds what) =>
        (PropertyBuilder<T>)property.HasAnnotation(HoldsAnnotation, what.ToString());

    /// <summary>A typed id that may outlive its row, so the database keeps no foreign key.</summary>
    public static PropertyBuilder<T> WithoutForeignKey<T>(this PropertyBuilder<T> property) =>
        (PropertyBuilder<T>)property.HasAnnotation(Conventions.NoForeignKey, true);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>A column that names people, as the model knows it: so that nobody keeps a list of them, and none is forgotten.</summary>
public sealed class PersonColumn
{
    private PersonColumn(IProperty property)
    {
        var entity = (IEntityType)property.DeclaringType;
        Property = property;
        Table = entity.GetTableName()!;
        Column = property.GetColumnName();
        Rule = Enum.Parse<JoinRule>(property[Columns.JoinAnnotation] as string ?? nameof(JoinRule.Follows));
        Key = [.. entity.FindPrimaryKey()!.Properties.Where(p => p != property)];
        Rivals = [.. entity.GetKeys().Select(k => k.Properties).Concat(entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties))
            .Where(u => u.Contains(property)).Select(u => u.Where(p => p != property).ToList())];
        Dependents = [.. entity.GetReferencingForeignKeys().Where(f => f.Properties.Count == 1 && f.DeclaringEntityType.GetTableName() is not null)];
    }

    public IProperty Property { get; }

    public string Table { get; }

    public string Column { get; }

    public JoinRule Rule { get; }

    /// <summary>The other columns of the row's key: with the person they name the row.</summary>
    public IReadOnlyList<IProperty> Key { get; }

    /// <summary>The other columns of each unique key that the person is part of: two rows that are alike in them cannot both be one person's.</summary>
    public IReadOnlyList<IReadOnlyList<IProperty>> Rivals { get; }

    /// <summary>What points at rows of the table, and is left without where a row goes.</summary>
    public IReadOnlyList<IForeignKey> Dependents { get; }

    /// <summary>Whether a row can be remembered by its key: a key that holds text may hold what a source calls somebody.</summary>
    public bool IsTraced => Rule == JoinRule.Follows && Key.All(k => k.ClrType != typeof(string));

    /// <summary>All of them but the person's own row, in the order of their names.</summary>
    public static IReadOnlyList<PersonColumn> Of(IModel model) =>
    [
        .. from entity in model.GetEntityTypes()
           where entity.GetTableName() is not null
           from property in entity.GetProperties()
           where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(PersonId) && !IsOwnRow(entity, property)
           orderby entity.GetTableName(), property.GetColumnName()
           select new PersonColumn(property),
    ];

    /// <summary>The table of the people themselves.</summary>
    public static string People(IModel model) =>
        model.GetEntityTypes().Single(e => e.GetTableName() is not null && e.FindPrimaryKey()?.Properties is [var key] && key.ClrType == typeof(PersonId) && IsOwnRow(e, key)).GetTableName()!;

    /// <summary>The value as the database has it.</summary>
    public object Stored(PersonId person) => Property.GetTypeMapping().Converter!.ConvertToProvider(person)!;

    private static bool IsOwnRow(IEntityType entity, IProperty property) => property.Name == "Id" && entity.FindPrimaryKey()!.Properties is [var only] && only == property;
}

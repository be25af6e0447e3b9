using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>
/// What is the same in every room's tables: snake_case columns, a CHECK on every enum, and a foreign key wherever a typed id
/// of another table stands, so that the database itself keeps "no orphan" (RESTRICT, no navigation).
/// </summary>
internal static class Conventions
{
    /// <summary>Marks a typed id that outlives what it points at (an audit row, a ledger).</summary>
    public const string NoForeignKey = "Tupa:NoForeignKey";

    public static void Apply(ModelBuilder model, House house)
    {
        var entities = model.Model.GetEntityTypes().ToList();
        var byKey = ByKey(entities);

        foreach (var entity in entities)
        {
            if (entity.GetViewName() is null && entity.GetTableName() is null) continue;

            foreach (var property in entity.GetProperties().ToList())
            {
                property.SetColumnName(Snake(property.Name));
                Check(model, house, entity, property);
                PointAt(model, byKey, entity, property);
            }
        }
    }

    /// <summary>GivenName becomes given_name.</summary>
    public static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0) snake.Append('_');
            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }

    private static Dictionary<Type, IMutableEntityType> ByKey(List<IMutableEntityType> entities)
    {
        var byKey = new Dictionary<Type, IMutableEntityType>();
        foreach (var entity in entities.Where(e => e.GetTableName() is not null))
        {
            if (entity.FindPrimaryKey() is { Properties: [{ Name: "Id" } only] } && House.IsId(only.ClrType))
                byKey[only.ClrType] = entity;
        }

        return byKey;
    }

    private static void Check(ModelBuilder model, House house, IMutableEntityType entity, IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (!type.IsEnum || entity.GetTableName() is not { } table) return;
        if (!house.EnumTypes.Contains(type)) throw new InvalidOperationException($"{type.Name} stands in a column and lacks [Stored]");

        var column = Snake(property.Name);
        model.Entity(entity.ClrType).ToTable(t => t.HasCheckConstraint($"ck_{table}_{column}", EnumConversion.Check(type, column)));
    }

    private static void PointAt(
        ModelBuilder model, Dictionary<Type, IMutableEntityType> byKey, IMutableEntityType entity, IMutableProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (entity.GetTableName() is null || !byKey.TryGetValue(type, out var principal)) return;
        if (property.Name == "Id" || property.FindAnnotation(NoForeignKey) is not null) return;
        if (property.GetContainingForeignKeys().Any()) return;

        model.Entity(entity.ClrType).HasOne(principal.ClrType, (string?)null).WithMany((string?)null)
            .HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
    }
}

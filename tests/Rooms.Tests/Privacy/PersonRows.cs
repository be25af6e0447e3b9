using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Tests;

/// <summary>
/// Puts down a row that names a person in one column and somebody else in the others, for every column of people in the model: what a
/// room adds tomorrow is filled too. Whatever a row needs to stand is made as well, or taken from the town.
/// </summary>
internal sealed class PersonRows(TestHouse house, PersonId other, TestSpace space)
{
    private int _number;

    /// <summary>Every column that names people in the tables somebody answers for.</summary>
    public Task<IReadOnlyList<PersonColumn>> ColumnsAsync() => house.ReadAsync(db => Task.FromResult(PersonColumn.Of(db.Model)));

    public Task AddAsync(PersonColumn column, PersonId person) => house.WriteAsync(db => MakeAsync(db, (IEntityType)column.Property.DeclaringType, column.Property, person));

    /// <summary>Whether a row names the person in this column already.</summary>
    public Task<bool> HasAsync(PersonColumn column, PersonId person) => house.ReadAsync(async db =>
    {
#pragma warning disable EF1002 // Names of the model.
        var answer = await db.Database.SqlQueryRaw<int>($"""select count(*) as "Value" from "{column.Table}" where "{column.Column}" = @p0""", Parameter(db, column, person)).SingleAsync();
#pragma warning restore EF1002
        return answer > 0;
    });

    private async Task<object> MakeAsync(TupaDb db, IEntityType entity, IProperty? column, PersonId? person)
    {
        var row = RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        var entry = db.Entry(row);
        foreach (var property in entity.GetProperties().OrderBy(p => !p.IsPrimaryKey()))
            entry.Property(property).CurrentValue = property == column ? person : await ValueAsync(db, entity, property, row);

        entry.State = EntityState.Added;
        return row;
    }

    private async Task<object?> ValueAsync(TupaDb db, IEntityType entity, IProperty property, object row)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (property.IsNullable) return null;
        if (type == typeof(PersonId)) return other;
        if (type == typeof(AssignmentId) && property.Name != "Id") return await db.Set<Assignment>().Where(a => a.Person == other).Select(a => a.Id).FirstAsync();
        if (property.GetContainingForeignKeys().FirstOrDefault() is { } points) return await PointedAtAsync(db, entity, points, property, row);
        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))) return Activator.CreateInstance(type, Guid.CreateVersion7());

        return Plain(type, property);
    }

    private async Task<object> PointedAtAsync(TupaDb db, IEntityType entity, IForeignKey points, IProperty property, object row)
    {
        var principal = points.PrincipalEntityType;
        var key = points.PrincipalKey.Properties[points.Properties.ToList().IndexOf(property)];

        // A comment that begins a thread points at itself.
        if (principal == entity) return entity.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(row)!;

        return principal.GetTableName() switch
        {
            "spaces_spaces" => space.Id,
            "register_groups" => space.Members,
            "spaces_audiences" => space.Audience,
            "register_units" => await db.Set<Unit>().Select(u => u.Id).FirstAsync(),
            "retention_classes" => await db.Set<Spaces.Space>().Where(s => s.Id == space.Id).Select(s => s.RetentionClass).FirstAsync(),

            // By several columns at once: a sponsor's.
            "register_assignments" => key.PropertyInfo!.GetValue(await db.Set<Assignment>().FirstAsync(a => a.Person == other))!,
            _ => key.PropertyInfo!.GetValue(await MakeAsync(db, principal, null, null))!,
        };
    }

    private object Plain(Type type, IProperty property)
    {
        var number = ++_number;
        if (type == typeof(string)) return Text(property, number);
        if (type == typeof(DateTime)) return house.Now;
        if (type == typeof(DateOnly)) return Helsinki.Day(house.Now);
        if (type == typeof(byte[])) return BitConverter.GetBytes(number).Concat(new byte[28]).ToArray();
        if (type == typeof(Guid)) return Guid.CreateVersion7();
        if (type == typeof(bool)) return false;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        return Convert.ChangeType(1, type, CultureInfo.InvariantCulture);
    }

    private static string Text(IProperty property, int number)
    {
        var text = $"arvo{number.ToString(CultureInfo.InvariantCulture)}";
        return property.GetMaxLength() is { } longest && longest < text.Length ? text[^longest..] : text;
    }

    private static System.Data.Common.DbParameter Parameter(TupaDb db, PersonColumn column, PersonId person)
    {
        using var command = db.Database.GetDbConnection().CreateCommand();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("p0", column.Stored(person));
        return parameter;
    }
}

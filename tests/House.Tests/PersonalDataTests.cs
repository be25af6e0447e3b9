using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Deletion is a contract (DESIGN, law 6): every column says whether it names people, and every table that does has one who answers for it.</summary>
public sealed class PersonalDataTests
{
    [Fact]
    public async Task Every_text_column_says_what_it_may_hold_about_people()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var unmarked = await house.ReadAsync(db => Task.FromResult(
            from entity in db.Model.GetEntityTypes()
            where entity.GetTableName() is not null
            from property in entity.GetProperties()
            where property.ClrType == typeof(string) && property[Columns.HoldsAnnotation] is null
            select $"{entity.GetTableName()}.{property.GetColumnName()}"));

        Assert.Empty(unmarked);
    }

    [Fact]
    public async Task Every_table_that_can_name_a_person_has_exactly_one_provider()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        await using var scope = house.Services.CreateAsyncScope();
        var answered = scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(p => p.Tables).ToList();
        var named = scope.ServiceProvider.GetRequiredService<TupaDb>().Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null && e.GetProperties().Any(NamesPeople))
            .Select(e => e.GetTableName()!)
            .ToList();

        Assert.Empty(named.Except(answered, StringComparer.Ordinal));
        Assert.Equal(answered.Count, answered.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Providers_answer_for_tables_that_exist()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        await using var scope = house.Services.CreateAsyncScope();
        var tables = scope.ServiceProvider.GetRequiredService<TupaDb>().Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>();

        Assert.Empty(scope.ServiceProvider.GetServices<IPersonalData>().SelectMany(p => p.Tables).Except(tables, StringComparer.Ordinal));
    }

    private static bool NamesPeople(IProperty property)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(PersonId) || type == typeof(AuditAlias) || type.Name == "FormerUserId"
            || property[Columns.HoldsAnnotation] as string is nameof(Holds.Person) or nameof(Holds.FreeText);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Tupa.Kernel;

/// <summary>
/// The one database of the house. It knows no room's tables: each room brings its own mappings, and the conventions
/// here give every room the same typed ids, times, enums, names and foreign keys.
/// </summary>
public sealed class TupaDb(DbContextOptions<TupaDb> options, House house) : DbContext(options)
{
    /// <summary>True on the embedded database; what differs is written where it differs, by this.</summary>
    public bool IsEmbedded => Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);

    // "More than a hundred" is counted without an order, and asking for one would make the count slower.
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        var embedded = IsEmbedded;
        foreach (var id in house.IdTypes) configurationBuilder.Properties(id).HaveConversion(IdConversion.For(id, embedded));
        foreach (var kind in house.EnumTypes) configurationBuilder.Properties(kind).HaveConversion(EnumConversion.For(kind));

        if (embedded) configurationBuilder.Properties<Guid>().HaveConversion<GuidBytesConverter>();
        configurationBuilder.Properties<DateTime>().HaveConversion(embedded ? typeof(MicrosecondsConverter) : typeof(UtcConverter));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasAnnotation(Columns.EmbeddedAnnotation, IsEmbedded);
        foreach (var assembly in house.Assemblies) modelBuilder.ApplyConfigurationsFromAssembly(assembly);
        Conventions.Apply(modelBuilder, house);
    }
}

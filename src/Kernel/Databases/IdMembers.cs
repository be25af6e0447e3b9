using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Kernel;

/// <summary>What the queries of the house may say on both databases: the plain value of a typed id, <c>post.Id.Value</c>.</summary>
public static class HouseQueries
{
    /// <summary>To be called where the database is chosen.</summary>
    public static DbContextOptionsBuilder UseHouseQueries(this DbContextOptionsBuilder builder)
    {
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new Extension());
        return builder;
    }

    private sealed class Extension : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => new ExtensionInfo(this);

        public void ApplyServices(IServiceCollection services) =>
            new EntityFrameworkRelationalServicesBuilder(services).TryAdd<IMemberTranslatorPlugin, IdMembers>();

        public void Validate(IDbContextOptions options)
        {
        }
    }

    private sealed class ExtensionInfo(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";

        public override int GetServiceProviderHashCode() => 0;

        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => other is ExtensionInfo;

        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
        {
        }
    }
}

/// <summary>An id compared with the Guid of "a thing of any room": the column itself, read as what it is stored as.</summary>
internal sealed class IdMembers(IRelationalTypeMappingSource mappings) : IMemberTranslatorPlugin, IMemberTranslator
{
    public IEnumerable<IMemberTranslator> Translators => [this];

    public SqlExpression? Translate(SqlExpression? instance, MemberInfo member, Type returnType, IDiagnosticsLogger<DbLoggerCategory.Query> logger) =>
        instance is ColumnExpression id && member.Name == nameof(PersonId.Value) && member.DeclaringType is { } type && House.IsId(type)
            ? new ColumnExpression(id.Name, id.TableAlias, typeof(Guid), Mapping(id), id.IsNullable)
            : null;

    private RelationalTypeMapping Mapping(ColumnExpression id) => id.TypeMapping?.Converter?.ProviderClrType == typeof(byte[])
        ? (RelationalTypeMapping)mappings.FindMapping(typeof(byte[]))!.WithComposedConverter(new GuidBytesConverter())
        : mappings.FindMapping(typeof(Guid))!;
}

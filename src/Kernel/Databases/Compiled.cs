using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>
/// A statement that is compiled once and then only sent: for the questions that stand behind every page, where building and
/// looking up a query costs more than the database needs to answer it. What it is compiled to belongs to a model; a process that
/// opens both databases has two.
/// </summary>
public sealed class Compiled<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> _compiled = [];

    /// <summary>To be called with the context itself as its first argument.</summary>
    public TQuery On(TupaDb db) => _compiled.GetValue(db.Model, _ => compile());
}

/// <summary>Statements by the number of what they are given beside the context. Each may ask <see cref="Part{TQuestion}"/>s.</summary>
public static class Compiled
{
    /// <summary>The one row of it, or null.</summary>
    public static Compiled<Func<TupaDb, T1, T2, T3, Task<TRow?>>> One<T1, T2, T3, TRow>(Expression<Func<TupaDb, T1, T2, T3, TRow?>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <inheritdoc cref="One{T1, T2, T3, TRow}"/>
    public static Compiled<Func<TupaDb, T1, T2, T3, T4, Task<TRow?>>> One<T1, T2, T3, T4, TRow>(Expression<Func<TupaDb, T1, T2, T3, T4, TRow?>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <summary>The rows of it.</summary>
    public static Compiled<Func<TupaDb, T1, T2, IAsyncEnumerable<TRow>>> Rows<T1, T2, TRow>(Expression<Func<TupaDb, T1, T2, IQueryable<TRow>>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <inheritdoc cref="Rows{T1, T2, TRow}"/>
    public static Compiled<Func<TupaDb, T1, T2, T3, IAsyncEnumerable<TRow>>> Rows<T1, T2, T3, TRow>(Expression<Func<TupaDb, T1, T2, T3, IQueryable<TRow>>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <inheritdoc cref="Rows{T1, T2, TRow}"/>
    public static Compiled<Func<TupaDb, T1, T2, T3, T4, IAsyncEnumerable<TRow>>> Rows<T1, T2, T3, T4, TRow>(Expression<Func<TupaDb, T1, T2, T3, T4, IQueryable<TRow>>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <inheritdoc cref="Rows{T1, T2, TRow}"/>
    public static Compiled<Func<TupaDb, T1, T2, T3, T4, T5, IAsyncEnumerable<TRow>>> Rows<T1, T2, T3, T4, T5, TRow>(Expression<Func<TupaDb, T1, T2, T3, T4, T5, IQueryable<TRow>>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));

    /// <inheritdoc cref="Rows{T1, T2, TRow}"/>
    public static Compiled<Func<TupaDb, T1, T2, T3, T4, T5, T6, IAsyncEnumerable<TRow>>> Rows<T1, T2, T3, T4, T5, T6, TRow>(Expression<Func<TupaDb, T1, T2, T3, T4, T5, T6, IQueryable<TRow>>> said) =>
        new(() => EF.CompileAsyncQuery(Parts.Filled(said)));
}

import java.sql.*;
import java.util.*;

/** Reads every view of the schema talent by JDBC; the URL is the argument. Used by test/deep.sh clients. */
public class Read
{
	public static void main(String[] arguments) throws SQLException
	{
		Set<Integer> plain = Set.of(Types.VARCHAR, Types.BIGINT, Types.INTEGER, Types.DOUBLE, Types.BIT,
			Types.BOOLEAN, Types.DATE,
			Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE, Types.ARRAY);
		int relations = 0;
		int rows = 0;

		try (Connection connection = DriverManager.getConnection(arguments[0]))
		{
			List<String> names = new ArrayList<>();
			try (ResultSet views = connection.getMetaData().getTables(null, "talent", "%", new String[] { "VIEW" }))
			{
				while (views.next())
					names.add(views.getString("TABLE_NAME"));
			}
			for (String name : names)
			{
				try (Statement statement = connection.createStatement();
						ResultSet result = statement.executeQuery("SELECT * FROM talent." + name))
				{
					ResultSetMetaData columns = result.getMetaData();
					for (int i = 1; i <= columns.getColumnCount(); i++)
						if (!plain.contains(columns.getColumnType(i)))
							throw new SQLException(name + "." + columns.getColumnName(i)
									+ " has type " + columns.getColumnTypeName(i));
					while (result.next())
					{
						rows++;
						for (int i = 1; i <= columns.getColumnCount(); i++)
						{
							Object value = result.getObject(i);
							if (value instanceof java.sql.Array
									&& !(((java.sql.Array) value).getArray() instanceof String[]))
								throw new SQLException(name + "." + columns.getColumnName(i) + " is no array of text");
						}
					}
					relations++;
				}
			}
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement())
			{
				statement.execute("CALL talent.refresh()");
				throw new IllegalStateException("a refresh in a transaction");
			}
			catch (SQLException refused)
			{
				if (!refused.getSQLState().equals("25001"))
					throw refused;
			}
			connection.rollback();
			connection.setAutoCommit(true);
			try (Statement statement = connection.createStatement())
			{
				statement.execute("CALL talent.refresh(date '2026-07-01', true)");
			}
			System.out.println("JDBC " + connection.getMetaData().getDriverVersion()
					+ ": " + relations + " relations, " + rows + " rows");
		}
	}
}
